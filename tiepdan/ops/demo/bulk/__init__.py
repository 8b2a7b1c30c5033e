"""A country's volume in minutes: stories told once by the real acts, retold with other people, texts, places and numbers.

Every row of a retold matter comes from a matter that went through the acts, so states, limits and papers agree with each
other; its number, code, text and place in the record's chain are its own. Rows go in by COPY from several processes.
"""

from tiepdan.ops.demo.bulk.build import TOLD as TOLD
from tiepdan.ops.demo.bulk.build import fill as fill
