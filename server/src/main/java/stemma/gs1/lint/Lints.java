package stemma.gs1.lint;

import java.util.HashMap;
import java.util.Map;

/** The lints by the words under which the table of application identifiers names them. */
public final class Lints {
    private static final String KEY_BEGINS_AFTER_FIRST = "prefix2";
    private final Map<String, Lint> byWord = new HashMap<>();

    private Lints(CompanyPrefixes prefixes) {
        byWord.put("digits", CharacterSets::digits);
        byWord.put("set82", CharacterSets::set82);
        byWord.put("set39", CharacterSets::set39);
        byWord.put("base64", CharacterSets::base64);
        byWord.put("nondigit", CharacterSets::hasNonDigit);
        byWord.put("check", CheckCharacters::checkDigit);
        byWord.put("checkpair", CheckCharacters::checkPair);
        byWord.put("prefix", text -> prefixes.fault(text, 0, text.length()));
        byWord.put(KEY_BEGINS_AFTER_FIRST, text -> prefixes.fault(text, 1, text.length()));
        putTimes();
        byWord.put("zero", Zeros::zero);
        byWord.put("nonzero", Zeros::nonZero);
        byWord.put("noleadingzero", Zeros::noLeadingZero);
        byWord.put("piece", Pieces::pieceOfTotal);
        byWord.put("place/count", Pieces::placeOfCount);
        putLists();
        byWord.put("latitude", Angles::latitude);
        byWord.put("longitude", Angles::longitude);
        byWord.put("percent", PercentSigns::whole);
        byWord.put("iban", Iban::iban);
        byWord.put("coupon", Coupons.onPaper(prefixes));
        byWord.put("offer", Coupons.withoutPaper(prefixes));
    }

    private void putTimes() {
        byWord.put("day", Dates::day);
        byWord.put("day-or-month", Dates::dayOrMonth);
        byWord.put("longday", Dates::longDay);
        byWord.put("longday-or-month", Dates::longDayOrMonth);
        byWord.put("hour", Times::hour);
        byWord.put("minute", Times::minute);
        byWord.put("second", Times::second);
        byWord.put("clock", Times::clock);
    }

    private void putLists() {
        byWord.put("country", Countries::number);
        byWord.put("country-or-999", Countries::numberOrMixed);
        byWord.put("country2", Countries::letters);
        byWord.put("currency", Currencies::number);
        byWord.put("package", PackageTypes::code);
        byWord.put("medium", Choices::medium);
        byWord.put("importer", Choices::importer);
        byWord.put("sex", Choices::sex);
        byWord.put("winding", Choices::winding);
        byWord.put("yesno", Choices::yesNo);
        byWord.put("hyphen", Choices::hyphen);
    }

    /** Returns the lints, of which those of company prefixes ask the given list. */
    public static Lints asking(CompanyPrefixes prefixes) {
        return new Lints(prefixes);
    }

    /** Returns the lint of the word; a word that the table invents is a mistake in the table. */
    public Lint named(String word) {
        Lint lint = byWord.get(word);
        if (lint == null) throw new IllegalArgumentException("no lint is called " + word);
        return lint;
    }
}
