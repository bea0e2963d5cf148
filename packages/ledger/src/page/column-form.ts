/**
 * Records laid out in columns, so that what repeats from record to record stands together and compresses: the inner form
 * of a strip whose records are flat enough. Numbers are unsigned LEB128; all text is UTF-8.
 *
 *     column count ‖ (u8 kind ‖ [refers to] ‖ name length ‖ name ‖ body length)* ‖ bodies
 *     body:  a line for each record, or a single one that holds for all (kind + 128); every line ends with a line feed
 *     kind:  0 JSON      the value as the record spells it
 *            1 text      a string without its quotes, still escaped. 0x01 stands for the value that the same record has in
 *                        the later column `refers to` (a column's number plus one, 0 for none), a text without references
 *            2 integers  the first value, then each one's difference from the one before that is there
 *            3 minutes   a text `YYYY-MM-DDTHH:MM`, as integers: minutes since 1970 as if it were UTC
 *     The line 0x02 says that the record has no such member.
 *
 * Columns stand in the order of RFC 8785, so a record is its members in the order of the columns. Canonical JSON holds no
 * control character, which is why none of these marks can be part of a value. What does not fit stays in rows.
 */

/** How the lines of a column are to be read. */
export type ColumnKind = 'json' | 'text' | 'integers' | 'minutes';

/** Kinds by their number. */
export const COLUMN_KINDS: readonly ColumnKind[] = ['json', 'text', 'integers', 'minutes'];

/** Added to a kind: one line holds for all records. */
export const SAME_FOR_ALL = 128;
/** Ends a line. */
export const LINE_END = 0x0a;
/** Within a text: the value of the column referred to. */
export const REFERENCE = 0x01;
/** A whole line: the record has no such member. */
export const ABSENT = 0x02;
/** Records of more kinds of members than this stay in rows. */
export const MAX_COLUMNS = 64;
/** Integers of more digits stay JSON: differences then are exact. */
export const MAX_DIGITS = 15;
