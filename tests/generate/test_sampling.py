"""The decoding of one completion: what a generator sets for itself, and whose random numbers it draws."""

from dataclasses import replace

from checkable.core.completion import Message, Prompt, Sampling
from checkable.generate.direct import DirectOptions
from checkable.generate.tools import decoding, seeded

WARM = Sampling(temperature=0.8, top_p=0.9, seed=3)


def prompt(text):
    return Prompt(messages=(Message(role="user", content=text),))


def test_every_case_and_sample_draws_from_a_stream_of_its_own():
    seeds = {seeded(WARM, prompt(text), index).seed for text in "abcdefghij" for index in range(10)}
    assert len(seeds) == 100


def test_the_same_request_draws_the_same_numbers_and_another_experiment_seed_draws_others():
    assert seeded(WARM, prompt("a"), 1) == seeded(WARM, prompt("a"), 1)
    assert seeded(WARM, prompt("a"), 1).seed != seeded(replace(WARM, seed=4), prompt("a"), 1).seed


def test_seeds_are_as_they_were_when_pools_were_recorded():
    assert seeded(WARM, prompt("a"), 1).seed == 1697150605


def test_greedy_decoding_has_one_form_whatever_the_seed():
    greedy = decoding(DirectOptions(temperature=0.0), replace(WARM, top_k=5))
    assert greedy == Sampling(temperature=0.0)
    assert seeded(greedy, prompt("a"), 3) == greedy


def test_a_generator_overrides_only_what_it_sets():
    assert decoding(DirectOptions(max_tokens=9), WARM) == replace(WARM, max_tokens=9)
