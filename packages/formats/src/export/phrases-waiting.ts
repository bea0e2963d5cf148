/** The line that stands for a message which has not arrived yet: it is not content. */
import { phraseSet } from './phrase-key.ts';

export const waitingStarts: readonly string[] = [
  ...phraseSet([
    `Waiting for this message|Esperando este mensaje|Esperando el mensaje|Aguardando mensagem|A aguardar esta mensagem|Esta mensagem está a ser aguardada|Auf diese Nachricht warten|Diese Nachricht wird erwartet|Warte auf diese Nachricht|En attente de ce message|In attesa di questo messaggio|Wachten op dit bericht|Ожидание сообщения|Ожидание этого сообщения|Очікування повідомлення|Oczekiwanie na wiadomość|Čeká se na tuto zprávu|Väntar på det här meddelandet|Venter på denne meldingen|Venter på denne besked|Odotetaan tätä viestiä|Bu mesaj bekleniyor|في انتظار هذه الرسالة|ממתין להודעה זו|このメッセージを待っています|メッセージの受信を待っています|이 메시지를 기다리는 중|Menunggu pesan ini|Menunggu mesej ini|Đang chờ tin nhắn này|正在等待此消息|正在等待此訊息|กำลังรอข้อความนี้|इस मैसेज का इंतज़ार है|Αναμονή για αυτό το μήνυμα|Várakozás erre az üzenetre|Se așteaptă acest mesaj`,
  ]),
];
