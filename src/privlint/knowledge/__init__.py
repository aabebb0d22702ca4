"""Dated legal facts, and their answers as of a day. Rules ask `facts` and nothing else."""
