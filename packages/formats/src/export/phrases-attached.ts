/**
 * What Android writes in parentheses after a file's name, and the word iOS writes before it in angle brackets.
 */
import { phraseSet } from './phrase-key.ts';

/** `IMG-20220327-WA0001.jpg (file attached)`: the words between the parentheses. */
export const attachedAfter: ReadonlySet<string> = phraseSet([
  `file attached|attached file|archivo adjunto|archivo adjuntado|arquivo anexado|arquivo anexo|ficheiro anexado|ficheiro anexo|Datei angehängt|fichier joint|fichier ajouté|file allegato|bestand bijgevoegd|файл добавлен|файл прикреплён|файл прикреплен|файл додано|файл прикріплено
  plik dołączony|załączony plik|dołączony plik|soubor byl přiložen|soubor přiložen|přiložený soubor|súbor pripojený|priložený súbor|bifogad fil|fil bifogad|fil vedhæftet|vedlagt fil|fil vedlagt|liitetiedosto|tiedosto liitetty|tiedosto liitteenä|dosya ekli|dosya eklendi|ekli dosya|الملف مرفق|ملف مرفق|קובץ מצורף|הקובץ מצורף|添付ファイル有り|添付ファイルあり|ファイルが添付されました|ファイル添付
  파일 첨부됨|첨부파일|첨부 파일|file terlampir|fail dilampirkan|tệp đính kèm|tệp đã đính kèm|文件附件|附件檔案|档案附件|檔案附件|附加文件|附件|ไฟล์ที่แนบ|แนบไฟล์แล้ว|फ़ाइल अटैच की गई|फाइल अटैच कर दी गई है|फ़ाइल संलग्न|फाइल संलग्न|फाइल जोडली आहे|ফাইল সংযুক্ত হয়েছে|ফাইল সংযুক্ত|ફાઇલ જોડાયેલ|ਅਟੈਚ ਕੀਤੀ ਫਾਇਲ|ਫ਼ਾਈਲ ਨੱਥੀ ਕੀਤੀ|پیوستہ فائل|فائل منسلک ہے|پیوست شد|فایل پیوست شد|συνημμένο αρχείο|επισυναπτόμενο αρχείο
  fájl csatolva|csatolt fájl|fișier atașat|datoteka u privitku|priložena datoteka|datoteka priložena|прикачена датотека|прикачен файл|прикачен фајл|byla prisegta|pridėtas failas|pievienots fails|pievienota datne|fail lisatud|lisatud fail|lêer aangeheg|faili limeambatanishwa|faili imeambatishwa|nakalakip na file|naka-attach na file|கோப்பு இணைக்கப்பட்டது|கோப்பு இணைக்கப்பட்டுள்ளது|ఫైల్ జోడించబడినది|ఫైల్ జోడించబడింది|ಕಡತ ಸೇರಿಸಲಾಯಿತು|ಫೈಲ್ ಲಗತ್ತಿಸಲಾಗಿದೆ|ഫയൽ ചേർത്തു|ഫയൽ അറ്റാച്ച് ചെയ്തു
  fayl əlavə olunub|fayl biriktirildi|қосымша файл|файл тіркелген|skedë e ngjitur|arxiu adjunt|fitxer adjunt|arquivo adxunto|fitxategia erantsita|comhad ceangailte`,
]);

/** `<attached: 00000042-PHOTO-….jpg>`: the word before the colon (or after the name). */
export const attachedWords: ReadonlySet<string> = phraseSet([
  `attached|adjunto|anexado|anexo|Anhang|angehängt|pièce jointe|fichier joint|allegato|bijgevoegd|bijlage|прикреплено|вложение|вложено|додано|вкладено|załączono|załącznik|příloha|přiloženo|príloha|bifogat|bifogad|vedhæftet|vedlagt|liite|eklendi|ek|المُرفق|المرفق|مرفق|מצורף|添付ファイル|添付|첨부됨|첨부|terlampir|dilampir|dilampirkan|đính kèm|附件|已附加|แนบ|अटैच किया गया|संलग्न केले|संलग्न
  সংযুক্ত|જોડાયેલ|پیوستہ|پیوست|επισυνάφθηκε|συνημμένο|csatolva|csatolmány|atașare|atașat|priloženo|privitak|прикачено|adjunt|ceangailte|இணைக்கப்பட்டது|జోడించబడింది|ಲಗತ್ತಿಸಲಾಗಿದೆ|pievienots|pridėta|lisatud|imeambatishwa`,
]);
