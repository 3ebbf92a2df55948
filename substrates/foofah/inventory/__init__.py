"""Table operators as an inventory: what a program for a messy table can be made of, without a model.

``columns``, ``rows``, ``reshape``, ``records``, ``lines`` and ``headers`` hold the operators, ``deriving``
those that write the output's columns as expressions over the columns they are given, ``texts`` the
expressions of several pieces, ``goals`` what a search
knows of the visible output, ``tables`` the inventory itself, ``profile`` how outputs are weighed.
The operators are those of Potter's Wheel (Raman and Hellerstein, VLDB 2001) and Foofah (Jin et
al., SIGMOD 2017) and of the layouts that later systems added: header lifting, subtitle
propagation, record wrapping, filters. None was written for one published case.
"""
