"""Agencies that end and agencies that follow: what is open passes in one act, what is closed stays as history.

In law: Luật 72/2025/QH15 Đ.54(8) for the end of districts on 01/07/2025, and the decision that merges, splits or ends a body.
In practice: an administrator prepares, the head approves, one function of the database moves everything at once.
The tables are in `matters`, because search reads them; here are the rules, the acts and the function.
"""
