/**
 * Labels of polls, locations and live locations.
 */
import { phraseSet } from './phrase-key.ts';

/** The line that opens a poll, without its colon. */
export const pollLabels: ReadonlySet<string> = phraseSet([
  `POLL|ENCUESTA|ENQUETE|SONDAGEM|UMFRAGE|ABSTIMMUNG|SONDAGE|SONDAGGIO|PEILING|POLL-VRAAG|ОПРОС|ОПИТУВАННЯ|ANKIETA|ANKETA|HLASOVÁNÍ|HLASOVANIE|OMRÖSTNING|UNDERSÖKNING|AVSTEMNING|AFSTEMNING|ÄÄNESTYS|KYSELY|ANKET|استطلاع|استطلاع رأي|استطلاع الرأي|סקר|アンケート|投票|설문|설문조사|투표|POLLING|JAJAK PENDAPAT|TINJAUAN PENDAPAT|UNDIAN|KHẢO SÁT|CUỘC THĂM DÒ Ý KIẾN|THĂM DÒ|BÌNH CHỌN|投票活动|โพล|โพลล์|पोल|मतदान|পোল|પોલ|ਪੋਲ|வாக்கெடுப்பு|పోల్|ಪೋಲ್|പോൾ|پول|رأے شماری|نظرسنجی|ΔΗΜΟΣΚΟΠΗΣΗ|SZAVAZÁS|SONDAJ|GLASANJE|АНКЕТА|ГЛАСУВАНЕ|APKLAUSA|APTAUJA|KÜSITLUS|KURA|ENQUESTA|SONDAZH|SAUQUST|SORĞU|САУАЛНАМА|SOʻROVNOMA|SO'ROVNOMA`,
]);

/** The label of one answer of a poll, without its colon. */
export const optionLabels: ReadonlySet<string> = phraseSet([
  `OPTION|OPCIÓN|OPCION|OPÇÃO|OPZIONE|OPTIE|ВАРИАНТ|ВАРИАНТ ОТВЕТА|ВАРІАНТ|OPCJA|MOŽNOST|MOŽNOSŤ|ALTERNATIV|VALGMULIGHED|MULIGHED|SVARALTERNATIV|VAIHTOEHTO|SEÇENEK|خيار|الخيار|אפשרות|選択肢|オプション|선택지|옵션|OPSI|PILIHAN|LỰA CHỌN|TÙY CHỌN|选项|選項|ตัวเลือก|विकल्प|ऑप्शन|অপশন|বিকল্প|વિકલ્પ|ਵਿਕਲਪ|விருப்பம்|ఎంపిక|ಆಯ್ಕೆ|ഓപ്ഷൻ|آپشن|گزینه|ΕΠΙΛΟΓΗ|LEHETŐSÉG|VÁLASZLEHETŐSÉG|OPȚIUNE|OPCIJA|МОГУЋНОСТ|ОПЦИЯ|ОПЦИЈА|PARINKTIS|OPSION|VARIANT|VALIK|OPSIE|CHAGUO|OPSYON|OPCIÓ|НҰСҚА|VARIANTI`,
]);

/** Android's sentence for a live location. */
export const liveLocations: ReadonlySet<string> = phraseSet([
  `live location shared|ubicación en tiempo real compartida|Está a partilhar a sua localização|localização atual compartilhada|localização em tempo real compartilhada|Live-Standort wird geteilt|Live-Standort geteilt|Localisation en direct partagée|posizione attuale condivisa|posizione in tempo reale condivisa|live locatie gedeeld|Геоданные отправлены|геодані надіслано|udostępniona transmisja położenia|byla sdílena aktuální poloha|bola zdieľaná aktuálna poloha|liveposition delad|posisjon i sanntid delt|live placering delt|live-sijainti jaettu|Mevcut konum paylaşıldı|Canlı konum paylaşıldı|تمت مشاركة الموقع المباشر|משתף מיקום בשידור חי|מיקום בזמן אמת שותף|ライブロケーション共有|공유한 실시간 위치|Lokasi terkini dibagikan|lokasi terkini dikongsi
  vị trí hiện thời được chia sẻ|共享实时位置|實時位置已分享|即時位置已分享|已分享即時位置|ตำแหน่งปัจจุบันถูกแบ่งปัน|लाइव स्थान साझा किया गया|लाइव लोकेशन शेयर की गई|सध्याचे थेट ठिकाण शेअर केले|লাইভ অবস্থান শেয়ার করা হয়েছে|જીવંત સ્થાન શેર કરાયું|ਮੌਜੂਦਾ ਟਿਕਾਣਾ ਸਾਂਝਾ ਕੀਤਾ|இடம் நேரலையாக பகிரபட்டது|ప్రత్యక్ష స్థాన భాగస్వామ్యం|ನೇರ ಸ್ಥಳ ಹಂಚಿಕೊಳ್ಳಲಾಗಿದೆ|ലൈവ് ലൊക്കേഷൻ പങ്കിട്ടു|جاری مقام کا اشتراک ہوا|مکان زنده به اشتراک گذاشته شد|η τωρινή τοποθεσία κοινοποιήθηκε|tartózkodási hely megosztva|locație în timp real distribuită|trenutna lokacija podijeljena|Локација уживо подељена|lokacija v živo je bila deljena
  местоположение в реално време споделено|споделено локација во живо|tiesioginė vieta bendrinama|reāllaika atrašanās vieta|hetke asukoht jagatud|regstreekse ligging gedeel|mahali mubashara pameshirikishwa|ibinahagi ang live na lokasyon|canlı məkan paylaşılıb|қазіргі орынмен бөлісті|jonli joylashuv ulashildi|Ubicació en directe compartida|vendnodhja aktuale u shpërnda`,
]);
