// Where something was said: the business's number and the account it belongs to, as a delivery names them. WhatsApp Cloud API,
// webhook envelope. The display number is never an identity: the platform writes it in several ways.

export interface CloudChannel {
  /** `entry[].id`: the WhatsApp business account; empty where the delivery names none. Person ids (BSUID) count inside the portfolio that owns it. */
  readonly account: string;
  /** `metadata.phone_number_id`, the only thing to route by. */
  readonly number?: string;
  /** `metadata.display_phone_number`, verbatim; never an identity. */
  readonly display?: string;
}
