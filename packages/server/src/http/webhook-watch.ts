// What the platform was seen to do at the webhook since the server began: shaking hands, delivering, and deliveries whose signature was
// wrong. Times and counts alone.

export class WebhookWatch {
  handshakeAt: Date | undefined;
  deliveredAt: Date | undefined;
  refusedAt: Date | undefined;
  /** The challenge of this server's own question, which says nothing of the platform. */
  ownChallenge: string | undefined;
  /** Wrong signatures. */
  refusals = 0;
  /** Handshakes with another verify token. */
  strangers = 0;
}
