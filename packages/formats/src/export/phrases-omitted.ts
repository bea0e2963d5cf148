/**
 * Placeholders that stand where a file was left out of the export, in the words of many languages: per kind on iOS,
 * one generic phrase in angle brackets on Android.
 */
import type { ContentType } from './entry.ts';
import { phraseKey } from './phrase-key.ts';

const omitted: Partial<Readonly<Record<ContentType, string>>> = {
  media: `Media omitted|Multimedia omitido|Archivo omitido|Archivos omitidos|Medios omitidos|Mídia oculta|Mídia omitida|Arquivo de mídia oculto
    Ficheiro não revelado|Multimédia oculto|Ficheiros multimédia omitidos|Medien ausgeschlossen|Medien weggelassen|Medien fehlen|Médias omis
    Média omis|Fichier omis|Fichiers omis|Médias absents|Média manquante|Média exclu|Media omessi|Media omesso|File omesso|Media mancante
    Media weggelaten|Bestand weggelaten|Без медиафайлов|Файл пропущен|Медиа отсутствует|Медіа пропущено|Медіафайли відсутні|Медіафайли пропущено|Без медіафайлів
    pominięto multimedia|pliki pominięto|Multimedia pominięte|Media pominięte|Plik pominięty|Média vynechány|Média vynechána|Média vynecháno
    Média vynechané|Médiá vynechané|Multimédiá vynechané|Media har utelämnats|media utelämnat|Media utelämnade|Media utesluten|Medya dahil edilmedi
    Medya atlanmış|Medya eklenmedi|تم استبعاد الوسائط|الوسائط مستبعدة|تم حذف الوسائط|המדיה לא נכללה|מדיה הושמטה|המדיה הושמטה|המדיה הוסרה
    メディアなし|メディアは含まれていません|メディア省略|미디어 파일 제외됨|미디어 파일을 생략한 대화내용|미디어 생략됨|미디어 파일 생략됨|Media tidak disertakan
    Bỏ qua Media|bỏ qua tệp phương tiện|Đã bỏ qua tệp phương tiện|Tệp phương tiện bị bỏ qua|省略影音内容|省略多媒体文件|已省略多媒体文件|媒体文件已省略|忽略多媒體檔|已省略多媒體檔案|已忽略多媒體檔案|省略多媒體檔案|忽略媒體檔案|已略去媒體
    媒體已略去|मीडिया के बिना|मीडिया छोड़ा गया|मीडिया शामिल नहीं किया गया|মিডিয়া বাদ দেওয়া হয়েছে|মিডিয়া বাদ দেওয়া হয়েছে|ไฟล์สื่อถูกลบ|สื่อถูกลบ|ไม่มีสื่อ|ไม่รวมสื่อ
    media utelatt|Uten vedlegg|Uten medier|Medier utelatt|medier udeladt|Mediefil udeladt|Medie udeladt|media jätettiin pois|Media jätetty pois|Mediaa ei sisällytetty
    média elhagyva|Hiányzó médiafájl|Médiafájl kihagyva|Média kihagyva|conținut media omis|Fișiere media omise|Media omisă|αρχείο παραλήφθηκε|Εξαίρεση πολυμέσων|Παράλειψη πολυμέσων
    Τα πολυμέσα παραλείφθηκαν|Πολυμέσα παραλείφθηκαν|Без файл|Мултимедията е пропусната|Файлът е пропуснат|медији су изостављени|Медији изостављени|medijski zapis izostavljen|Medijski zapisi izostavljeni|Mediji izostavljeni
    Multimedija izostavljena|datoteke izpuščene|Medij izpuščen|Večpredstavnost izpuščena|medija praleista|Praleistas medijos turinys|Medijos failai praleisti|nav iekļauta multivide|Bez multivides|Multivide izlaista
    meedia välja jäetud|Meedia ära jäetud|media weggelaat|media hazijajumuishwa|Media imerukwa|Media imeondolewa|inalis ang media|ınalis ang media|Walang kalakip na media|media dikecualikan|Media disingkirkan
    Media tidak dimasukkan|கோப்புகள் விடப்பட்டன|ஊடகங்கள் நீக்கப்பட்டது|மீடியா விடுபட்டது|மீடியா தவிர்க்கப்பட்டது|మీడియా విస్మరించబడింది|మాధ్యమం విస్మరించబడింది|మీడియా మినహాయించబడింది|ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ|ಮೀಡಿಯಾ ಕೈಬಿಡಲಾಗಿದೆ
    മീഡിയ ഒഴിവാക്കി|मीडिया वगळण्यात आला|मीडिया वगळले|मीडिया वगळला|મિડિયા છોડી મૂકાયું|મીડિયા અવગણવામાં આવ્યા|મીડિયા અવગણાયું|મીડિયા શામેલ નથી|ਮੀਡੀਆ ਛੱਡਿਆ|ਮੀਡੀਆ ਛਡਿਆ ਗਿਆ|ਮੀਡੀਆ ਛੱਡਿਆ ਗਿਆ|میڈیا چھوڑ دیا گیا
    میڈیا ہٹا دیا گیا|میڈیا شامل نہیں|رسانه حذف شد|پيوست نما/آهنگ حذف شد|رسانه‌ها حذف شدند|رسانه حذف شده|media buraxıldı|Media çıxarılmışdır|файлдар қосылмаған|Файл қосылған жоқ|Медиафайл қосылмаған|fayl o'tkazib yuborildi|fayl o‘tkazib yuborildi
    Media fayli tushirib qoldirildi|без фајлови|Без фајл|Медиумите се изоставени|media u hoq|Media hequr|Media u përjashtua|fitxers multimèdia omesos|Mitjans omesos|Contingut multimèdia omès|Multimèdia omès|Pa media|ບໍ່ລວມມີເດຍ|Gan mheáin
    Multimedia-fitxategiak baztertuta|Ficheiros multimedia omitidos|מדיה הושמט|미디어 제외됨|media is omitted|media file omitted|file omitted|ملفات مفقودة|Медиафайлы не включены|Медіа не включено`,
  image: `image omitted|photo omitted|picture omitted|imagen omitida|imagem não revelada|imagem ocultada|imagem omitida|imagem oculta|foto omitida|Bild weggelassen
    image absente|image omise|photo absente|immagine omessa|foto omessa|afbeelding weggelaten|foto weggelaten|изображение отсутствует|изображение пропущено|зображення відсутнє|obraz pominięty|zdjęcie pominięte
    obrázek vynechán|obrázok vynechaný|bild utesluten|bild utelämnad|bilde ikke inkludert|bilde utelatt|billede udeladt|billede ikke medtaget|ei kuvaa|kuva jätetty pois|kuvaa ei sisällytetty|görüntü dahil edilmedi|resim dahil edilmedi|görsel dahil edilmedi
    لم يتم إدراج الصورة|تم استبعاد الصورة|התמונה הושמטה|תמונה הושמטה|画像は含まれていません|画像なし|이미지 생략됨|사진 생략됨|gambar tidak disertakan|imej tidak dimasukkan|đã bỏ qua hình ảnh|đã bỏ qua ảnh|hình ảnh bị bỏ qua
    圖片已略去|圖像已省略|圖片已省略|圖片已忽略|照片已忽略|图片已省略|图像已省略|图片已忽略|已省略图片|圖片省略|图片省略|ไม่มีรูปภาพ|ไม่รวมรูปภาพ|फ़ोटो हटाई गई|इमेज छोड़ी गई|चित्र छोड़ा गया|इमेज वगळली|ইমেজ বাদ দেওয়া হয়েছে|ছবি বাদ দেওয়া হয়েছে
    છબી પડતી મૂકાઈ|تصویر نکال دی گئی ہے|تصویر حذف شد|εικόνα παραλείφθηκε|η εικόνα παραλείφθηκε|kép kihagyva|kép küldése sikertelen|Imagine omisă|imagine omisa|slika izostavljena|slika izpuščena|изображението е пропуснато|imatge omesa|íomhá ligthe ar lár|படம் தவிர்க்கப்பட்டது
    చిత్రం మినహాయించబడింది|ಚಿತ್ರ ಕೈಬಿಡಲಾಗಿದೆ|ചിത്രം ഒഴിവാക്കി|слика изостављена|larawang hindi isinama|attēls izlaists|paveikslėlis praleistas|pilt välja jäetud|irudia baztertuta|imaxe omitida`,
  video: `video omitted|vídeo omitido|video omitido|vídeo não revelado|vídeo ocultado|vídeo oculto|Video weggelassen|vidéo absente|vidéo omise|video omesso|video weggelaten|видео отсутствует|видео пропущено|відео відсутнє
    wideo pominięte|film pominięty|video vynecháno|video vynechané|video utesluten|video utelämnad|video utelatt|video ikke inkludert|video udeladt|videota ei sisällytetä|videota ei sisällytetty|video jätetty pois|video dahil edilmedi|لم يتم إدراج الفيديوهات|لم يتم إدراج الفيديو|تم استبعاد الفيديو
    סרטון הווידאו הושמט|הסרטון הושמט|וידאו הושמט|ビデオは含まれていません|動画は含まれていません|비디오 생략됨|동영상 생략됨|video tidak disertakan|video tidak dimasukkan|đã bỏ video|đã bỏ qua video|影片已略去|影片已省略|影片已忽略|视频已忽略|视频已省略|視訊已略去|วิดีโอถูกลบ|ไม่รวมวิดีโอ
    वीडियो छोड़ा गया|व्हिडीओ वगळला|व्हिडिओ वगळला|ভিডিও বাদ দেওয়া হয়েছে|વિડિયો પડતી મુકાઈ|ویڈیو نظرانداز|ویدیو حذف شد|βίντεο παραλείφθηκε|Videó kihagyva|clip video omis|videoclip omis|video omis|video izostavljen|videoposnetek izpuščen|видеото е пропуснато|vídeo omès|físeán ligthe ar lár
    video omès|video izlaists|video praleistas|video välja jäetud|video note omitted|videonotiz weggelassen|nota de video omitida|video message omitted|видеосообщение отсутствует|mensaje de video omitido|Videonachricht weggelassen|recado de vídeo omitido`,
  audio: `audio omitted|audio omitido|áudio ocultado|áudio omitido|áudio oculto|ficheiro de áudio não revelado|Audio weggelassen|audio omis|audio absent|audio omesso|audio weggelaten|аудиофайл отсутствует|аудио отсутствует|аудіо відсутнє|audio pominięte|dźwięk pominięty|zvukový soubor vynechán|zvuk vynechaný|ljud utelslutet|ljud uteslutet|ljud utelämnat
    lyd utelatt|lyd udeladt|äänitiedostoa ei sisällytetä|äänitiedosto jätetty pois|ääntä ei sisällytetty|ses dahil edilmedi|لم يتم إدراج المقاطع الصوتية|لم يتم إدراج المقطع الصوتي|تم استبعاد الصوت|קטע קול הושמט|הקטע הקולי הושמט|音声は含まれていません|音声ファイルは含まれていません|오디오 생략됨|음성 생략됨|audio tidak disertakan|audio tidak dimasukkan|bỏ qua tệp âm thanh|đã bỏ qua âm thanh
    音訊已略去|音訊已省略|音訊已忽略|音频已忽略|音频已省略|語音已略去|ไม่มีไฟล์เสียง|ไม่รวมเสียง|ऑडियो हटाई गयी|ऑडियो छोड़ा गया|ऑडिओ वगळला|অডিও বাদ দেওয়া হয়েছে|ઓડિયો ફાઇલ શામેલ કરી નથી|آڈیو نظرانداز|صدا حذف شد|ήχος παραλείφθηκε|Hang kihagyása|hang kihagyva|fără audio|zvuk izostavljen|zvok izpuščen|аудиото е пропуснато|Àudio omès|comhad fuaime ar lár
    audio izlaists|heli välja jäetud|voice message omitted|mensaje de voz omitido|Sprachnachricht weggelassen|message vocal absent|messaggio vocale omesso`,
  sticker: `sticker omitted|sticker omitido|figurinha omitida|figurinha oculta|sticker não revelado|autocolante omitido|Sticker weggelassen|sticker omis|autocollant omis|sticker non incluso|sticker omesso|adesivo omesso|sticker weggelaten|стикер не добавлен|стикер отсутствует|стікер відсутній|Наклейку не додано|pominięto naklejkę|naklejka pominięta|nálepka vynechána|nálepka vynechaná|samolepka vynechána
    sticker utesluten|klistermärke utelämnat|klistremerke utelatt|klistermærke udeladt|tarraa ei sisällytetty|tarra jätetty pois|Çıkartma dahil edilmedi|تم حذف الملصقات|لم يتم إدراج الملصق|סטיקר הושמט|הסטיקר הושמט|המדבקה הושמטה|スタンプは含まれていません|ステッカーは含まれていません|스티커 제외됨|스티커 생략됨|stiker tidak disertakan|pelekat tidak disertakan|pelekat tidak dimasukkan
    đã bỏ sticker|đã bỏ qua sticker|貼圖已略去|貼圖已忽略|貼圖已省略|贴图已省略|贴纸已忽略|表情包已省略|ไม่มีสติกเกอร์|स्टिकर छोड़ा गया|स्टिकर वगळले|স্টিকার বাদ দেওয়া হয়েছে|સ્ટીકર પડતું મુકાયું|اسٹیکر نظرانداز|استیکر حذف شد|αυτοκόλλητο παραλήφθηκε|αυτοκόλλητο παραλείφθηκε|matrica kihagyva|sticker omisă|autocolant omis|naljepnica izostavljena|nalepka izpuščena|стикерът е пропуснат|adhesiu omès|fágadh an greamán ar lár`,
  gif: `GIF omitted|GIF omitido|GIF não revelada|GIF omitida|GIF oculto|GIF weggelassen|GIF retiré|GIF omis|GIF esclusa|GIF omessa|GIF weggelaten|GIF отсутствует|GIF-анімацію пропущено|Plik GIF pominięty|GIF pominięty|GIF vynechán|GIF vynechaný|GIF utesluten|GIF utelämnad|GIF utelatt|GIF udeladt|GIF-animaatio jätetty pois|GIF dahil edilmedi|لم يتم إدراج صورة GIF|GIF הושמט|GIFは含まれていません
    GIF 생략됨|GIF tidak disertakan|GIF tidak dimasukkan|Đã bỏ qua ảnh GIF|đã bỏ qua GIF|GIF 已略去|GIF 圖片已被省略|GIF 已忽略|GIF 动态图已被忽略|GIF 已省略|ละเว้น GIF|GIF छोड़ा गया|GIF वगळले|জিআইএফ বাদ দেওয়া হয়েছে|GIF પડતી મૂકાઈ|GIF نظرانداز|GIF حذف شد|Παράληψη GIF|το GIF παραλείφθηκε|GIF fájl kihagyása|GIF kihagyva|GIF izostavljen|GIF izpuščen|GIF-ът е пропуснат|GIF omès|GIF ligthe ar lár`,
  document: `document omitted|documento omitido|documento não revelado|documento oculto|Dokument weggelassen|document manquant|document absent|documento omesso|document weggelaten|документ отсутствует|документ пропущено|документ відсутній|dokument pominięty|dokument vynechán|dokument vynechaný|dokument uteslutet|dokument utelämnat|utelatt dokument|dokument utelatt|dokument udeladt|dokumenttia ei sisällytetä|dokumenttia ei sisällytetty|asiakirja jätetty pois
    belge dahil edilmedi|لم يتم إدراج المستند|מסמך הושמט|המסמך הושמט|ドキュメントは含まれていません|문서 생략됨|dokumen tidak disertakan|dokumen tidak dimasukkan|đã bỏ qua tài liệu|文件已略去|文件已忽略|文件已省略|文档已省略|文档已忽略|ละเว้นเอกสาร|डॉक्यूमेंट छोड़ा गया|डॉक्युमेंट वगळले|ডকুমেন্ট বাদ দেওয়া হয়েছে|ડોક્યુમેન્ટ સામેલ કર્યું નહિ|دستاویز نظرانداز|سند حذف شد|έγγραφο παραλείφθηκε|dokumentum kihagyva|document omis|dokument izostavljen|dokument izpuščen|документът е пропуснат|Document omès|cáipéis ligthe ar lár`,
  contact: `Contact card omitted|Tarjeta de contacto omitida|Cartão do contato omitido|Cartão de contato omitido|Contacto não revelado|Kontaktkarte ausgelassen|Kontaktkarte weggelassen|Fiche contact manquante|Scheda contatto omessa|Visitekaartje weggelaten|Contactkaart weggelaten|Карточка контакта отсутствует|Картка контакту відсутня|Pominięta wizytówka kontaktu|Vizitka vynechána|Karta kontaktu vynechaná|Kontaktkort uteslutet|Kontaktkort sløyfet|Kontaktkort udeladt|Yhteystietokortti jätettiin pois|Kişi kartı dahil edilmedi
    لم يتم إدراج بطاقة جهة اتصال|כרטיס איש קשר הושמט|連絡先カードを省略|連絡先カードは含まれていません|연락처 카드 생략됨|Kartu kontak tidak disertakan|Kad kenalan tidak dimasukkan|Bỏ qua thẻ liên lạc|聯絡人卡片已略去|聯絡人卡片已省略|联系人卡片已忽略|联系人名片已省略|บัตรรายชื่อที่ละเว้น|कॉन्टैक्ट कार्ड छोड़ा गया|संपर्क कार्ड वगळले|পরিচিতির কার্ড বাদ দেওয়া হয়েছে|સંપર્કનું કાર્ડ પડતું મૂકાયું|رابطہ کارڈ نظر انداز|برگ مخاطب حذف شد|Η κάρτα επαφής παραλήφθηκε|Névjegykártya kihagyva|Carte de vizită contact omisă|Posjetnica izostavljena|Kartica stika izpuščena|Targeta de contacte omesa|Cárta teagmhála ar lár`,
  'view-once': `view once message omitted|View once voice message omitted|View once photo omitted|View once video omitted|mensaje de visualización única omitido|foto de visualización única omitida|Einmalansicht weggelassen`,
};

const separators = /[|\n]/;

/** Placeholder phrase (as `phraseKey` makes it) → what was left out. */
export const omittedPhrases: ReadonlyMap<string, ContentType> = new Map(
  (Object.entries(omitted) as [ContentType, string][]).flatMap(([type, list]) =>
    list.split(separators).map((phrase): [string, ContentType] => [phraseKey(phrase), type]),
  ),
);
