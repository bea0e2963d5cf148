// The handshake: the platform asks the webhook to echo a challenge, and believes that it is the business's if it does.

export type HandshakeResult = 'accepted' | 'refused' | 'no-answer';

/** Asks a webhook to prove that it knows the verify token. Never throws. */
export async function shakeHands(webhookUrl: string, verifyToken: string, challenge: string): Promise<HandshakeResult> {
  const url = new URL(webhookUrl);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', verifyToken);
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    return response.status === 200 && (await response.text()) === challenge ? 'accepted' : 'refused';
  } catch {
    return 'no-answer';
  }
}
