"""The registry of agencies: every body that receives, forwards or settles, with its place in the tree and its dates."""
