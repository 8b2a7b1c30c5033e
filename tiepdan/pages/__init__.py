"""What an agency tells the public on the portal: how to complain, where and when it receives, decisions made public.

A page is text without identity, written by an officer, approved by a head, and never changed once published: a new one
takes its place. In which ways a decision must be made public, and that it was, the case records (cases).
"""
