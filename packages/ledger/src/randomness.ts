/** Where randomness comes from: an argument everywhere, so that vectors can fix it. */

/** `length` unpredictable bytes; node:crypto `randomBytes` outside tests. */
export type RandomBytes = (length: number) => Uint8Array;
