package stemma.gs1.lint;

/**
 * Coupons of North America, in the layout of the GS1 US coupon guideline: {@code 8110} on paper,
 * {@code 8112} without it.
 */
final class Coupons {
    private static final String REQUIREMENT_LENGTHS = "12345";
    private static final String PREFIX_LENGTHS = "0123456";
    private static final String REQUIREMENT_CODES = "012349";
    private static final String ANY_DIGIT = "0123456789";
    private static final int OFFER = 6;
    private static final int FAMILY = 3;
    private static final int SHORTEST_SERIAL = 6;

    private Coupons() {}

    /** Returns the test of a coupon on paper. */
    static Lint onPaper(CompanyPrefixes prefixes) {
        return text -> {
            CouponCursor cursor = new CouponCursor(text, prefixes);
            required(cursor);
            if (cursor.nextIs('1')) secondPurchase(cursor);
            if (cursor.nextIs('2')) thirdPurchase(cursor);
            days(cursor);
            if (cursor.nextIs('5')) serial(cursor);
            if (cursor.nextIs('6')) retailer(cursor);
            if (cursor.nextIs('9')) saving(cursor);
            cursor.end();
            return cursor.fault();
        };
    }

    /** Returns the test of a coupon without paper. */
    static Lint withoutPaper(CompanyPrefixes prefixes) {
        return text -> {
            CouponCursor cursor = new CouponCursor(text, prefixes);
            cursor.choose("coupon_missing_format_code", "coupon_invalid_format_code", "01");
            cursor.takePrefix("funder", PREFIX_LENGTHS, "");
            cursor.take("offer_code", OFFER);
            cursor.takeCounted("serial_number", "serial_number", ANY_DIGIT, SHORTEST_SERIAL);
            cursor.end();
            return cursor.fault();
        };
    }

    private static void required(CouponCursor cursor) {
        cursor.takePrefix("gcp", PREFIX_LENGTHS, "");
        cursor.take("offer_code", OFFER);
        cursor.takeCounted("save_value", "save_value", REQUIREMENT_LENGTHS, 0);
        purchase(cursor, "1st_purchase");
    }

    private static void purchase(CouponCursor cursor, String which) {
        String requirement = which + "_requirement";
        cursor.takeCounted(requirement, requirement, REQUIREMENT_LENGTHS, 0);
        cursor.choose(
                "coupon_missing_" + requirement + "_code",
                "coupon_invalid_" + requirement + "_code",
                REQUIREMENT_CODES);
        cursor.take(which + "_family_code", FAMILY);
    }

    private static void secondPurchase(CouponCursor cursor) {
        cursor.skip();
        cursor.choose(
                "coupon_missing_additional_purchase_rules_code",
                "coupon_invalid_additional_purchase_rules_code",
                "0123");
        purchase(cursor, "2nd_purchase");
        cursor.takePrefix("2nd_purchase_gcp", PREFIX_LENGTHS, "9");
    }

    private static void thirdPurchase(CouponCursor cursor) {
        cursor.skip();
        purchase(cursor, "3rd_purchase");
        cursor.takePrefix("3rd_purchase_gcp", PREFIX_LENGTHS, "9");
    }

    private static void days(CouponCursor cursor) {
        int from = cursor.at();
        String expiry = "";
        if (cursor.nextIs('3')) {
            cursor.skip();
            // The code is spelled as the published vectors spell it.
            expiry = cursor.takeDay("expiration_date", "coupon_invalid_exipiration_date");
        }
        if (!cursor.nextIs('4')) return;
        cursor.skip();
        String start = cursor.takeDay("start_date", "coupon_invalid_start_date");
        if (!expiry.isEmpty() && expiry.compareTo(start) < 0)
            cursor.refuse("coupon_expiration_before_start", from);
    }

    private static void serial(CouponCursor cursor) {
        cursor.skip();
        cursor.takeCounted("serial_number", "serial_number", ANY_DIGIT, SHORTEST_SERIAL);
    }

    private static void retailer(CouponCursor cursor) {
        cursor.skip();
        cursor.takePrefix("retailer_gcp_or_gln", "1234567", "");
    }

    private static void saving(CouponCursor cursor) {
        cursor.skip();
        cursor.choose("coupon_missing_save_value_code", "coupon_invalid_save_value_code", "01256");
        cursor.choose(
                "coupon_missing_save_value_applies_to_item",
                "coupon_invalid_save_value_applies_to_item",
                "012");
        cursor.choose("coupon_missing_store_coupon_flag", "", ANY_DIGIT);
        cursor.choose(
                "coupon_missing_dont_multiply_flag", "coupon_invalid_dont_multiply_flag", "01");
    }
}
