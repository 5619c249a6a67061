package org.cookieproof.farm.account;

import java.util.List;

/** Names for accounts: plain ones, and among them such as break careless encoding in cookies, URLs, HTML and JSON. */
final class AccountNames {

    private static final List<String> NAMES = List.of(
            "Alice",
            "Bob",
            "Carol",
            "Dave",
            "Erin",
            "Frank",
            "Zoë O'Neil, jr. (é&=)",
            "Grace",
            "Heidi",
            "Ivan",
            "Judy",
            "Mallory",
            "Niaj",
            "Olivia \"O+;$\" 100%",
            "Peggy",
            "Trent");

    private AccountNames() {}

    /** The name of account {@code id}, counted from 1; no two have the same. */
    static String of(int id) {
        String name = NAMES.get((id - 1) % NAMES.size());
        boolean plainAndFirst = id <= NAMES.size() && name.chars().allMatch(Character::isLetter);
        return plainAndFirst ? name : name + " " + id;
    }
}
