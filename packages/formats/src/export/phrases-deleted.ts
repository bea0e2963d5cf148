/**
 * The sentence that stands where a message was deleted, for its author and for the others, and the mark behind an
 * edited message.
 */
import { phraseSet } from './phrase-key.ts';

/** Whole messages, full stop or not. */
export const deletedPhrases: ReadonlySet<string> = phraseSet([
  `This message was deleted|You deleted this message|This message was deleted by admin|You deleted this message as admin|This message was deleted by an admin
  Se eliminó este mensaje|Este mensaje fue eliminado|Eliminaste este mensaje|Has eliminado este mensaje|Mensaje eliminado|Este mensaje ha sido eliminado
  Esta mensagem foi apagada|Apagou esta mensagem|Você apagou esta mensagem|Mensagem apagada|Esta mensagem foi apagada pelo remetente|Eliminou esta mensagem|Esta mensagem foi eliminada
  Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht|Ce message a été supprimé|Vous avez supprimé ce message|Questo messaggio è stato eliminato|Hai eliminato questo messaggio
  Dit bericht is verwijderd|U hebt dit bericht verwijderd|Je hebt dit bericht verwijderd|U heeft dit bericht verwijderd|Данное сообщение удалено|Вы удалили данное сообщение|Это сообщение удалено|Вы удалили это сообщение|Сообщение удалено
  Це повідомлення було видалено|Ви видалили це повідомлення|Це повідомлення видалено|Ta wiadomość została usunięta|Usunięto tę wiadomość|Usunąłeś(-ęłaś) tę wiadomość|Usunąłeś(aś) tę wiadomość|Usunięto wiadomość|Tato zpráva byla smazána|Tato zpráva byla odstraněna|Tuto zprávu jste smazal/a|Tuto zprávu jste odstranil/a|Zprávu jste smazali|Smazali jste tuto zprávu|Odstranili jste tuto zprávu
  Táto správa bola odstránená|Túto správu ste odstránili|Det här meddelandet raderades|Detta meddelande raderades|Du raderade det här meddelandet|Du raderade detta meddelande|Du har tagit bort meddelandet|Meddelandet raderades|Denne meldingen ble slettet|Du slettet denne meldingen|Denne besked blev slettet|Denne besked er blevet slettet|Du slettede denne besked|Du har slettet denne besked
  Tämä viesti poistettiin|Poistit tämän viestin|Bu mesaj silindi|Bu mesajı sildiniz|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة|لقد حذَفت هذه الرسالة|أنت حذفت هذه الرسالة|حذفت هذه الرسالة|הודעה זו נמחקה|ההודעה נמחקה|מחקת הודעה זו|מחקת את ההודעה הזו|このメッセージは削除されました|このメッセージを削除しました|メッセージを削除しました
  이 메시지는 삭제되었습니다|삭제된 메시지입니다|삭제한 메시지입니다|이 메시지를 삭제했습니다|메시지를 삭제했습니다|Pesan ini telah dihapus|Pesan ini dihapus|Anda telah menghapus pesan ini|Anda menghapus pesan ini|Mesej ini telah dipadam|Mesej ini dipadamkan|Anda telah memadamkan mesej ini|Anda memadamkan mesej ini|Tin nhắn này đã bị xóa|Tin nhắn này đã bị xoá|Bạn đã xóa tin nhắn này|Bạn đã xoá tin nhắn này|Tin nhắn đã bị xóa
  您已删除这条消息|您已删除此消息|您已删除此信息|您删除了这条消息|你已删除这条消息|你已删除此消息|这条消息已删除|这条消息已被删除|此消息已删除|此消息已被删除|信息已删除|您删除这个信息|消息已删除|您已刪除此訊息|你已刪除此訊息|您已刪除這則訊息|你已刪除這則訊息|此訊息已刪除|此訊息已被刪除|這則訊息已刪除|此信息已刪除|你刪除了此訊息|您刪除了此訊息
  ข้อความนี้ถูกลบแล้ว|ข้อความนี้ถูกลบ|ข้อความนี้ได้ถูกลบ|คุณได้ลบข้อความนี้|คุณลบข้อความนี้|คุณลบข้อความนี้แล้ว|यह मैसेज डिलीट कर दिया गया है|यह मैसेज डिलीट किया गया|यह संदेश मिटाया गया|यह संदेश हटाया गया|आपने यह मैसेज डिलीट किया|आपने यह संदेश मिटाया|आपने यह मैसेज डिलीट कर दिया|हा मेसेज हटवण्यात आला|हा मेसेज हटवला गेला|हा संदेश हटविण्यात आला होता|तुम्ही हा मेसेज हटवला|आपण हा संदेश हटविलात
  এই মেসেজটি বাদ দেওয়া হয়েছে|এই মেসেজটি মুছে ফেলা হয়েছে|এই বার্তাটি মুছে ফেলা হয়েছে|আপনি এই মেসেজটি বাদ দিয়েছেন|আপনি এই মেসেজটি মুছে ফেলেছেন|আপনি এই বার্তাটি মুছে ফেলেছেন|આ મેસેજ ડિલીટ કરાયો|આ સંદેશ રદ્દ કરાયો|તમે આ મેસેજ ડિલીટ કર્યો|તમે આ સંદેશને રદ્દ કર્યો|ਇਸ ਸੁਨੇਹੇ ਨੂੰ ਹਟਾਇਆ ਗਿਆ|ਇਹ ਸੁਨੇਹਾ ਮਿਟਾਇਆ ਗਿਆ ਸੀ|ਤੁਸੀਂ ਇਹ ਸੁਨੇਹਾ ਹਟਾਇਆ
  இத்தகவல் திரும்பப்பெறப்பட்டது|இந்த மெசேஜ் நீக்கப்பட்டது|இந்த செய்தி நீக்கப்பட்டது|இத்தகவலை தாங்கள் அழித்தீர்கள்|நீங்கள் இந்த மெசேஜை நீக்கிவிட்டீர்கள்|ఈ సందేశం తొలగించబడింది|మీరు ఈ సందేశాన్ని తొలగించారు|ಈ ಸಂದೇಶವು ಅಳಿಸಲ್ಪಟ್ಟಿದೆ|ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಲಾಗಿದೆ|ನೀವು ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಿದ್ದೀರಿ|ഈ സന്ദേശം ഇല്ലാതാക്കിയതാണ്|ഈ സന്ദേശം ഇല്ലാതാക്കി|ഈ സന്ദേശം നിങ്ങൾ ഇല്ലാതാക്കി
  یہ میسج حذف کر دیا گیا ہے|یہ پیغام حذف کیا گیا|یہ پیغام حذف کر دیا گیا ہے|آپ نے یہ میسج حذف کر دیا ہے|آپ نے اس پیغام کو حذف کیا|این پیام حذف شد|این پیام حذف شده است|شما این پیام را حذف کردید|Αυτό το μήνυμα διαγράφηκε|Διαγράψατε αυτό το μήνυμα|Διαγράψατε το μήνυμα|Ez az üzenet törlésre került|Ezt az üzenetet törölték|Ezt az üzenetet törölted|Törölted ezt az üzenetet|Az üzenet törölve
  Acest mesaj a fost șters|Ați șters acest mesaj|Ai șters acest mesaj|Ova je poruka izbrisana|Ova poruka je izbrisana|Izbrisali ste ovu poruku|Ova poruka je obrisana|Obrisali ste ovu poruku|Ова порука је обрисана|Обрисао/ла си ову поруку|Обрисали сте ову поруку|To sporočilo je bilo izbrisano|To sporočilo ste izbrisali|Съобщението беше изтрито|Това съобщение беше изтрито|Изтрихте това съобщение|Оваа порака беше избришана|Ја избриша оваа порака
  Ši žinutė buvo ištrinta|Jūs ištrynėte šią žinutę|Ištrynėte šią žinutę|Šī ziņa tika izdzēsta|Jūs izdzēsāt šo ziņu|See sõnum on kustutatud|See sõnum kustutati|Kustutasid selle sõnumi|Hierdie boodskap was uitgevee|Hierdie boodskap is uitgevee|Hierdie boodskap is geskrap|Jy het boodskap uitgevee|Jy het hierdie boodskap geskrap|Ujumbe huu ulifutwa|Umefuta ujumbe huu|Itong mensahe ay binura na|Binura ang mensaheng ito|Binura mo itong mensahe|Binura mo ang mensaheng ito
  Bu ismarıc silindi|Siz bu ismarıcı sildiniz|Siz bu mesajı sildiniz|Бұл хат жойылды|Сіз бұл хатты жойдыңыз|Бұл хабар жойылды|Ushbu xabar o'chirildi|Siz ushbu xabarni o'chirdingiz|Aquest missatge s'ha suprimit|Has suprimit aquest missatge|Aquest missatge està esborrat|Has esborrat aquest missatge|Ky mesazh u fshi|Ju e fshitë këtë mesazh|E fshive këtë mesazh|Esta mensaxe foi eliminada|Mezu hau ezabatu da|Scriosadh an teachtaireacht seo|Scrios tú an teachtaireacht seo`,
]);

/** Start of the sentence that names the administrator who deleted. */
export const deletedStarts: readonly string[] = [
  'this message was deleted by admin ',
  'un administrador eliminó este mensaje',
  'este mensaje lo eliminó ',
  'diese nachricht wurde vom admin ',
];

/** `<This message was edited>` and its kin, without the brackets. */
export const editedPhrases: ReadonlySet<string> = phraseSet([
  `This message was edited|Message edited|edited|Se editó este mensaje|Este mensaje fue editado|Mensaje editado|Editaste este mensaje|Diese Nachricht wurde bearbeitet|Nachricht bearbeitet|Ce message a été modifié|Message modifié|Questo messaggio è stato modificato|Messaggio modificato
  Mensagem editada|Esta mensagem foi editada|Dit bericht is bewerkt|Bericht bewerkt|Данное сообщение изменено|Это сообщение изменено|Сообщение изменено|Это сообщение было изменено|Сообщение отредактировано|Це повідомлення змінено|Повідомлення змінено|Це повідомлення відредаговано|Ta wiadomość została edytowana|Wiadomość edytowana|Wiadomość została edytowana|Tato zpráva byla upravena|Zpráva byla upravena|Táto správa bola upravená|Správa bola upravená
  Det här meddelandet redigerades|Meddelandet har redigerats|Meddelandet redigerades|Denne meldingen ble redigert|Denne meldingen er redigert|Denne besked blev redigeret|Denne besked er blevet redigeret|Tätä viestiä muokattiin|Viestiä muokattu|Bu mesaj düzenlendi|Mesaj düzenlendi|تم تعديل هذه الرسالة|تم تعديل الرسالة|הודעה זו נערכה|ההודעה נערכה|このメッセージは編集されました|メッセージが編集されました|이 메시지는 수정되었습니다|수정된 메시지입니다|메시지가 수정되었습니다
  Pesan ini diedit|Pesan ini telah diedit|Mesej ini telah diedit|Mesej ini diedit|Tin nhắn này đã được chỉnh sửa|Tin nhắn đã chỉnh sửa|此消息已编辑|这条消息已编辑|消息已编辑|此消息已被编辑|已编辑此消息|此訊息已編輯|此訊息已被編輯|這則訊息已編輯|訊息已編輯|已編輯此訊息|ข้อความนี้ถูกแก้ไข|ข้อความนี้ถูกแก้ไขแล้ว|แก้ไขข้อความนี้แล้ว|यह मैसेज एडिट किया गया|यह मैसेज एडिट किया गया है|इस मैसेज को एडिट किया गया|यह संदेश संपादित किया गया
  এই মেসেজটি এডিট করা হয়েছে|মেসেজটি এডিট করা হয়েছে|हा मेसेज संपादित केला गेला|આ મેસેજમાં ફેરફાર કર્યો|இந்த மெசேஜ் திருத்தப்பட்டது|ఈ సందేశం సవరించబడింది|ಈ ಸಂದೇಶವನ್ನು ಎಡಿಟ್ ಮಾಡಲಾಗಿದೆ|ഈ സന്ദേശം എഡിറ്റ് ചെയ്തു|یہ میسج ایڈٹ کیا گیا|اس میسج میں ترمیم کی گئی|این پیام ویرایش شد|این پیام ویرایش شده است|Αυτό το μήνυμα υποβλήθηκε σε επεξεργασία|Το μήνυμα υποβλήθηκε σε επεξεργασία|Ezt az üzenetet szerkesztették|Szerkesztett üzenet|Acest mesaj a fost editat|Mesaj editat
  Ova je poruka uređena|Poruka je uređena|Ova poruka je izmenjena|Ова порука је измењена|To sporočilo je bilo urejeno|Съобщението е редактирано|Това съобщение беше редактирано|Оваа порака е изменета|Ši žinutė buvo redaguota|Šī ziņa tika rediģēta|Seda sõnumit muudeti|Hierdie boodskap is geredigeer|Ujumbe huu umehaririwa|Na-edit ang mensaheng ito|Bu mesaj redaktə edildi|Бұл хабар өңделді|Ushbu xabar tahrirlandi|Aquest missatge s'ha editat|Ky mesazh u redaktua|Editouse esta mensaxe`,
]);
