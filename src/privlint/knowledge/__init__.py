"""Dated legal facts, and their answers as of a day. Rules ask `knowledge.facts` and nothing else."""
