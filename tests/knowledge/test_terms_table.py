from knowledge.terms import load_conversions, load_terms, vocabulary


def test_every_row_of_the_table_becomes_a_complete_term() -> None:
    terms = load_terms()

    assert len(terms) == 232
    assert len({term.zh for term in terms}) == len(terms)
    for term in terms:
        assert term.section
        assert term.english, term.zh
        assert all(part == part.strip() != "—" for part in term.words), term.zh


def test_variants_and_other_regions_words_are_split() -> None:
    by_zh = {term.zh: term for term in load_terms()}

    assert by_zh["快扣"].variants == ("draw", "快扣組")
    assert ("HK", "快掛") in by_zh["快扣"].avoid
    assert by_zh["內角"].english == ("dihedral", "corner")
    assert by_zh["深水抱石"].evidence == "C"


def test_vocabulary_holds_terms_and_variants() -> None:
    words = vocabulary()

    assert {"斜板", "踩板", "slab", "左上", "完攀"} <= words
    assert "快掛" not in words


def test_conversions_end_in_words_that_need_no_further_conversion() -> None:
    words = {row.word for row in load_conversions()}

    assert len(words) == len(load_conversions())
    for row in load_conversions():
        assert row.taiwan not in words, row.word


def test_no_word_of_taiwan_is_forbidden() -> None:
    forbidden = {row.word for row in load_conversions() if row.forbidden}

    assert not forbidden & vocabulary()
