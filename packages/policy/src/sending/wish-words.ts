// Words by which a person asks a business to stop writing, or to begin again, in Spanish, English, Portuguese, Chinese and Hindi.
// Only a message that says nothing else counts: `stop by at five` is no wish. What is taken for one by mistake costs little, for whoever
// writes again is answered.

export interface Wish {
  /** `all`: everything that is no answer. `marketing_messages`: as the platform calls it. */
  readonly category: 'all' | 'marketing_messages';
  readonly value: 'stop' | 'resume';
}

const stopAll: Wish = { category: 'all', value: 'stop' };
const stopMarketing: Wish = { category: 'marketing_messages', value: 'stop' };
const resumeAll: Wish = { category: 'all', value: 'resume' };

const lists: readonly (readonly [wish: Wish, words: string])[] = [
  [stopAll, 'stop, stop all, stopall, unsubscribe, opt out, optout, opt-out, stop messages, no more messages'],
  [
    stopAll,
    'baja, alto, parar, dar de baja, darme de baja, desuscribir, desuscribirme, cancelar suscripcion, no mas mensajes',
  ],
  [stopAll, 'pare, sair, descadastrar, cancelar inscricao, parar mensagens, nao quero mais mensagens'],
  [stopAll, '退订, 退訂, td, 取消订阅, 取消訂閱, 停止, 停止发送, 停止發送, 不要再发, 请勿再发'],
  [stopAll, 'रोकें, रोको, बंद करें, बंद करो, सदस्यता समाप्त करें, मैसेज मत भेजो'],
  [
    stopMarketing,
    'stop promotions, stop marketing, detener promociones, no mas promociones, parar promocoes, cancelar promocoes',
  ],
  [stopMarketing, '停止推广, 停止推廣, 停止营销, प्रचार बंद करें'],
  [resumeAll, 'unstop, start, subscribe, alta, suscribir, suscribirme, reanudar, voltar, inscrever, retomar'],
  [resumeAll, '订阅, 訂閱, 恢复, 恢復, शुरू करें, फिर से शुरू करें'],
];

const wishes: ReadonlyMap<string, Wish> = new Map(
  lists.flatMap(([wish, words]) => words.split(',').map((word) => [word.trim().normalize('NFC'), wish] as const)),
);

const ACCENTS = /[\u0300-\u036f]/g;
/** Signs before and after, which say nothing: quotes, full stops, hearts. */
const EDGES = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
const SPACES = /\s+/g;
const MOST_UNITS = 60;

/** The wish that a whole message is; undefined for any other. */
export function wishIn(text: string): Wish | undefined {
  if (text.length > MOST_UNITS) return undefined;
  const bare = text.toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return wishes.get(bare.replace(EDGES, '').replace(SPACES, ' '));
}
