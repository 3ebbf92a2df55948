"""The code that runs inside the jail: in the zygote and in its children.

Nothing here imports anything of the product, since the jail holds nothing but this folder and the
standard library. The supervisor imports ``protocol`` alone, the one module that both sides share.
"""
