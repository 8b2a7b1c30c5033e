"""Whose competence a submission is, and the chain it has travelled: guide, forward, return (thẩm quyền, hướng dẫn, chuyển)."""
