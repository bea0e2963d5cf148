// The marks by which a delivery names a person. Since usernames exist a phone number may be absent and a business-scoped user id
// (BSUID, two letters, a dot, up to 128 letters and digits; a parent id has `ENT.` between) stand alone, also where a number is
// usual. Nothing here is normalised: what makes two marks one person is decided elsewhere.

/** At least one is there, except where a comment says otherwise. */
export interface PersonMarks {
  /** `wa_id`, `from` or `recipient_id`, verbatim (digits without +). */
  readonly waId?: string;
  /** Business-scoped user id, `US.1349…`. */
  readonly bsuid?: string;
  readonly parentBsuid?: string;
  /** A label, not an identity. */
  readonly username?: string;
  /** The name that the person shows. */
  readonly profileName?: string;
  /** The name under which the business's own app keeps the person (`smb_app_state_sync`). */
  readonly savedName?: string;
}
