"""Personal data: the notice at intake, requests of people about their data, breaches, keeping and destroying.

In law: Luật 91/2025/QH15 and NĐ 356/2025/NĐ-CP, and the year that a filed submission is kept (TT 05/2021 Đ.28). In practice:
registers with clocks, and one act of the head that leaves the line of the register and the audit, and nothing of the content.
"""
