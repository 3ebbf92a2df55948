"""The only room that opens answers: scores, statistics, criteria, audits.

It promises numbers with their doubt, NaN wherever a number is undefined, and the same result
whatever the order of arms, cases or criteria. It must not know how candidates came about.
Nothing is imported here: ``scoring``, ``summary`` and ``criteria`` bring in numpy and scipy, and
only the run phase may pay for that.
"""
