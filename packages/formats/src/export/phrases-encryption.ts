/**
 * First words of the notice about encryption. Long enough that nobody writes them by chance: they count even where older
 * exports put no mark in front and sign the notice with a person's name.
 */
import { phraseSet } from './phrase-key.ts';

const starts: readonly string[] = [
  ...phraseSet([
    `Messages and calls are end-to-end encrypted|Messages to this chat and calls are now secured|Messages you send to this chat and calls are now secured|Messages to this group are now secured|Messages you send to this group are now secured|Messages to this chat are now secured|Messages are end-to-end encrypted
    Los mensajes y las llamadas están cifrados|Los mensajes y llamadas en este chat|Los mensajes y las llamadas en este chat|Las llamadas y mensajes enviados a este chat|Los mensajes en este grupo ahora están protegidos|Tus mensajes y llamadas ahora están protegidos
    As mensagens e chamadas são encriptadas|As mensagens e as chamadas são protegidas|As mensagens e ligações desta conversa|As mensagens que você enviar e as suas ligações|As mensagens deste grupo estão|Nachrichten und Anrufe sind Ende-zu-Ende|Nachrichten, die du in diesem Chat sendest|Nachrichten in dieser Gruppe sind|Nachrichten in diesem Chat sowie Anrufe sind
    Les messages et les appels sont chiffrés|Les messages envoyés dans cette discussion|Les messages que vous envoyez dans cette discussion|I messaggi e le chiamate sono crittografati|I messaggi che invii in questa chat|I messaggi inviati a questo gruppo|Berichten en gesprekken worden end-to-end|Berichten en oproepen worden end-to-end|Berichten die u naar deze chat verzendt
    Сообщения и звонки защищены сквозным|Ваши сообщения и звонки защищены|Сообщения в этом чате и звонки|Сообщения, которые вы отправляете в данный чат|Повідомлення й дзвінки захищено|Повідомлення та дзвінки захищено|Wiadomości i połączenia są w pełni|Zprávy a hovory jsou opatřeny|Správy a hovory sú zabezpečené|Meddelanden och samtal är|Meldinger og samtaler er ende|Beskeder og opkald er end-to-end|Viestit ja puhelut salataan|Viestit ja puhelut ovat
    Mesajlar ve aramalar uçtan uca|الرسائل والمكالمات مشفرة|ההודעות והשיחות מוצפנות|メッセージと通話はエンドツーエンド|메시지 및 전화는|메시지와 통화는 종단간|Pesan dan panggilan terenkripsi|Mesej dan panggilan disulitkan|Tin nhắn và cuộc gọi được mã|消息和通话都进行端到端|消息和通话已进行端到端|訊息和通話經端對端|訊息已受端對端|訊息和通話有端對端|ข้อความและการโทรได้รับการเข้ารหัส|मैसेजेस और कॉल्स एंड-टू-एंड|मैसेज और कॉल एंड-टू-एंड|मेसेजेस आणि कॉल्स|মেসেজ এবং কল এন্ড
    મેસેજ અને કૉલ|پیام‌ها و تماس‌ها|میسجز اور کالز|Τα μηνύματα και οι κλήσεις κρυπτ|Az üzenetek és hívások végpont|Mesajele și apelurile sunt criptate|Poruke i pozivi zaštićeni|Els missatges i les trucades estan xifrats`,
  ]),
];

/** Whether a line (as `phraseKey` makes it) is the notice about encryption. */
export function isEncryptionNotice(key: string): boolean {
  return starts.some((start) => key.startsWith(start));
}

/** For the quick test of first characters. */
export const encryptionStarts: readonly string[] = starts;
