"""The demo: one real province's area names, invented people, three years of matters told through the real acts."""

from tiepdan.ops.demo.staff import PASSWORD as PASSWORD
