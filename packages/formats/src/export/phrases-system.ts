/**
 * What lines of the app itself say, in many languages: fragments of such lines (lower case), each with the topic it
 * betrays. Only lines without an author, or with a mark of the app, are compared with them.
 */
import type { SystemTopic } from './entry.ts';

type Row = readonly [SystemTopic, string];

/** Checked in this order; the first fragment found decides. */
const rows: readonly Row[] = [
  [
    'encryption',
    `end-to-end encrypted|end-to-end encryption|are now secured|cifrados de extremo a extremo|cifrado de extremo a extremo|criptografia de ponta a ponta|criptografia de ponta-a-ponta|encriptadas ponto a ponto|encriptação ponto a ponto|encriptação de ponta a ponta|ende-zu-ende-verschlüssel|chiffrés de bout en bout|chiffrement de bout en bout|crittografati end-to-end|crittografia end-to-end|end-to-end versleuteld|end-to-end encryptie|end-to-end-versleuteling|сквозным шифрованием|наскрізним шифруванням|w pełni zaszyfrowane|szyfrowanie|koncovým šifrováním|koncové šifrování|šifrovaním počas celého|komplett krypter|ende-til-ende-krypter|kryptering fra ende til ende|end-to-end-krypter|med kryptering|w pełni szyfrow|totalsträckskrypter|sveobuhvatnim šifriranjem|криптирани от край до край|otspunktkrüpteer|užšifruot|puhelut salataan|salataan täysin|täysin salattu|uçtan uca şifre|مشفرة تمامًا|التشفير التام|مشفرة تماما|מוצפנות מקצה|הצפנה מקצה|エンドツーエンド|종단간 암호화|암호화되어|enkripsi end-to-end|terenkripsi secara end-to-end|disulitkan hujung|penyulitan hujung|mã hóa đầu cuối|mã hoá đầu|端到端加密|端对端的加密|端对端加密|端對端加密|端對端的加密|เข้ารหัสจากต้นทาง|เข้ารหัสตั้งแต่ต้นทาง|एंड-टू-एंड|एन्ड-टू-एन्ड|एन्क्रिप्शन|এন্ড-টু-এন্ড|এনক্রিপশান|શરૂથી અંત સુધી|ગુપ્તીકરણ|முழு மறையாக்க|எண்ட்-டு-எண்ட்|ఎండ్-టు-ఎండ్|ఎండ్ టు ఎండ్|ಎನ್ಕ್ರಿಪ್ಷನ್|എൻക്രിപ്|اینڈ ٹو اینڈ|رمزگذاری سرتاسر|سرتاسر رمزگذاری|κρυπτογραφ|végpontok közötti titkosítás|titkosítottak a végpontok|criptate integral|criptare integrală|potpunom enkripcijom|end-to-end šifr|šifrirane su end-to-end|šifriranjem od konca|шифровањем|криптиране от край|крај-до-крај|ištisiniu šifravimu|pilnīgu šifrēšanu|otsast otsani|end-tot-end enkripsie|mwisho-kwa-mwisho|end-to-end na naka|толығымен шифрлау|boshidan oxirigacha shifr|xifrats d'extrem|encriptació d'extrem|fund-e-krye|i koduar skaj më skaj|bir başdan digərinə`,
  ],
  [
    'security-code',
    `security code with|security code changed|código de seguridad con|código de segurança|sicherheitsnummer|code de sécurité|codice di sicurezza|beveiligingscode|код безопасности|код безпеки|kod zabezpieczeń|kód zabezpečení|bezpečnostní kód|bezpečnostný kód|säkerhetskod|sikkerhetskode|sikkerhedskode|turvanumero|turvakood|güvenlik kod|رمز أمان|رمز الأمان|קוד האבטחה|セキュリティコード|보안 코드|kode keamanan|kod keselamatan|mã bảo mật|安全代码|安全碼|安全代碼|รหัสความปลอดภัย|सुरक्षा कोड|নিরাপত্তা কোড|સુરક્ષા કોડ|کد امنیتی|سیکیورٹی کوڈ|κωδικός ασφαλείας|biztonsági kód|cod de securitate|codul de securitate|sigurnosni kôd|sigurnosni kod|безбедносни код|varnostna koda|код за сигурност|saugos kod|drošības kod|codi de seguretat`,
  ],
  [
    'timer',
    `message timer|disappearing messages|temporizador de los mensajes|mensajes temporales|duración de los mensajes|mensagens temporárias|mensagens desaparecem|duração das mensagens|selbstlöschende nachrichten|nachrichtendauer|messages éphémères|messages éphemères|minuterie|durée des messages|messaggi effimeri|timer dei messaggi|durata dei messaggi|zelfvernietigende berichten|verdwijnende berichten|berichttimer|timer voor berichten|исчезающие сообщения|исчезающих сообщений|таймер|повідомлення, що зникають|зникаючі|znikające wiadomości|znikających wiadomości|mizející zprávy|miznúce správy|försvinnande meddelanden|tidsbegränsade meddelanden|midlertidige meldinger|forsvindende beskeder|katoavat viestit|itsestään poistuvat|süreli mesaj|kaybolan mesaj|الرسائل ذاتية الاختفاء|رسائل ذاتية الاختفاء|مؤقت الرسائل|הודעות נעלמות|הודעות זמניות|הטיימר של ההודעות|消えるメッセージ|メッセージのタイマー|사라지는 메시지|메시지 타이머|pesan sementara|mesej hilang|mesej sementara|tin nhắn tự hủy|tin nhắn tạm thời|tin nhắn tự huỷ|限时消息|阅后即焚|消息计时|自動銷毀訊息|限時訊息|訊息計時|ข้อความที่ลบอัตโนมัติ|ข้อความชั่วคราว|डिसअपीयरिंग मैसेज|गायब होने वाले|પડતા મેસેજ|بےنام پیغام|پیام‌های ناپدیدشونده|μηνύματα που εξαφανίζονται|προσωρινά μηνύματα|eltűnő üzenetek|mesaje temporare|nestajuće poruke|poruke koje nestaju|изчезващи съобщения|missatges temporals`,
  ],
  [
    'group-created',
    `created group|created this group|created the group|creó el grupo|creó este grupo|creaste el grupo|creaste este grupo|criou o grupo|criou este grupo|hat die gruppe „|hat die gruppe "|hat die gruppe “|hast die gruppe „|hast die gruppe "|hast die gruppe “|hat diese gruppe erstellt|создал(-а) группу|」を作成しました|グループを作成しました|ने ग्रुप "|ने ग्रुप “|létrehozta a|أنشأ |gruppe erstellt|a créé le groupe|a créé ce groupe|avez créé le groupe|ha creato il gruppo|hai creato il gruppo|ha creato questo gruppo|heeft groep|heeft de groep "|heeft de groep “|heeft de groep ‘|groep gemaakt|создал(а) группу|создали группу|создал группу|создала группу|створив(-ла) групу|створив групу|створила групу|створено групу|створили групу|utworzył(a) grupę|utworzono grupę|utworzyłeś|założył(a) grupę|stworzył(a) grupę|vytvořil(a) skupinu|vytvořil/a skupinu|vytvořil skupinu|vytvoril(a) skupinu|vytvoril/a skupinu|skapade gruppen|opprettet gruppen|oprettede gruppen|loi ryhmän|grubunu oluşturdu|grubu oluşturdu|grubunu oluşturdunuz|أنشأ المجموعة|أنشأ مجموعة|أنشأت المجموعة|أنشأ هذه المجموعة|أُنشأت|יצר/ה את הקבוצה|יצר את הקבוצה|יצרה את הקבוצה|יצרת את הקבוצה|グループを作成|그룹을 만들|그룹을 생성|membuat grup|mencipta kumpulan|đã tạo nhóm|创建了群组|创建了群|创建此群组|建立了群組|建立群組|建立此群組|สร้างกลุ่ม|ग्रुप बनाया|समूह बनाया|गट तयार केला|গ্রুপ তৈরি|ગ્રુપ બનાવ્યું|குழுவை உருவாக்க|గ్రూప్‌ను సృష్టించ|گروپ بنایا|گروه را ایجاد|گروه را ساخت|δημιούργησε την ομάδα|δημιούργησε ομάδα|δημιουργήσατε|létrehozta a csoportot|létrehozta a következő csoportot|csoport létrehozva|a creat grupul|kreirao/la grupu|je kreirao|je kreirala|stvorio je grupu|направи групу|ustvaril|създаде групата|създаде група|sukūrė grupę|izveidoja grupu|lõi grupi|het groep geskep|alitengeneza kundi|ginawa ang grupo|qrupunu yaratdı|тобын құрды|guruhini yaratdi|ha creat el grup|krijoi grupin`,
  ],
  [
    'number-changed',
    `changed their phone number|changed to +|changed to a new number|cambió su número|cambió a +|cambió de número|mudou de número|mudou o número|mudou para +|alterou o número|neue telefonnummer|gewechselt|a changé de numéro|a changé son numéro|changé pour +|ha cambiato numero|ha cambiato il numero|nieuw nummer|gewijzigd naar +|is veranderd naar|сменил(а) номер|изменил(а) номер|новый номер|змінив(-ла) номер|новий номер|zmienił(a) numer|zmienił(-a) numer|změnil(a) číslo|změnil/a telefonní|zmenil(a) číslo|bytte telefonnummer|bytt telefonnummer|har bytt|byttet telefonnummer|skiftede telefonnummer|skiftet telefonnummer|vaihtoi puhelinnumero|numarasını değiştirdi|telefon numarasını|غيّر رقم|غيّر رقمه|تم تغيير رقم|החליף/ה את מספר|שינה/תה את מספר|電話番号を変更|番号を変更|전화번호를 변경|mengganti nomor|mengubah nombor|đã đổi số|đã thay đổi số|更改了电话号码|更换了电话号码|更改了電話號碼|更換了電話號碼|เปลี่ยนหมายเลข|फ़ोन नंबर बदल|नंबर बदल|নম্বর পরিবর্তন|شماره خود را تغییر|άλλαξε τον αριθμό|telefonszáma megváltozott|megváltoztatta a telefonszám|și-a schimbat numărul|promijenio/la broj|promijenio broj|смени номера|ha canviat el número`,
  ],
  [
    'subject',
    `changed the subject|changed the group name|changed this group's name|changed the group subject|cambió el asunto|cambió el nombre del grupo|cambiaste el asunto|cambiaste el nombre|cambió el título|mudou o assunto|mudou o nome do grupo|alterou o assunto|alterou o nome do grupo|mudou o título|hat den betreff|hast den betreff|den gruppennamen|a changé le sujet|a modifié le sujet|changé le nom du groupe|a modifié le nom|ha cambiato l'oggetto|ha modificato l'oggetto|ha cambiato il nome del gruppo|onderwerp gewijzigd|het onderwerp|groepsnaam|изменил(а) тему|изменил(а) название|изменила тему|изменил тему|изменил название|изменила название|сменил(а) название|змінив(-ла) тему|змінив(-ла) назву|змінив тему|zmienił(a) temat|zmienił(a) nazwę|zmienił(-a) nazwę|změnil(a) předmět|změnil(a) název|změnil/a předmět|změnil/a název|zmenil(a) názov|zmenil/a predmet|ändrade ämnet|ändrade gruppens namn|ändrade gruppnamnet|endret emnet|endret gruppenavnet|ændrede emnet|ændrede gruppenavnet|vaihtoi aiheeksi|vaihtoi aiheen|muutti ryhmän nimen|muutti aiheen|konuyu|grup adını|grubun adını|غيّر الموضوع|غيّر اسم المجموعة|غير الموضوع|غيّر عنوان|שינה/תה את נושא|שינה את הנושא|שינתה את הנושא|שינה/תה את שם הקבוצה|שינה/תה את הנושא|件名を|グループ名を|그룹 이름을|제목을|mengubah subjek|mengganti nama grup|mengubah nama grup|mengganti subjek|menukar subjek|menukar tajuk|đã đổi chủ đề|đã đổi tên nhóm|đã thay đổi chủ đề|更改了主题|将主题|将群组名称|更改了群组名称|更改了群名称|修改群组名称|更改了群組名稱|更改主旨|將主旨|更改了主旨|變更主旨|變更群組名稱|將群組名稱|เปลี่ยนหัวข้อ|เปลี่ยนชื่อกลุ่ม|ग्रुप का नाम|विषय बदल|गटाचे नाव|বিষয় পরিবর্তন|গ্রুপের নাম|ગ્રુપનું નામ|موضوع را|نام گروه|άλλαξε το θέμα|άλλαξε το όνομα της ομάδας|megváltoztatta a tárgyat|megváltoztatta a csoport nev|a schimbat subiectul|a schimbat numele grupului|promijenio temu|promijenio/la temu|promijenio naziv|промени темата|промени името на групата|ha canviat l'assumpte|ha canviat el nom del grup`,
  ],
  [
    'icon',
    `group's icon|group icon|group photo|ícono del grupo|icono de este grupo|ícono de este grupo|icono del grupo|imagen del grupo|foto del grupo|ícone do grupo|ícone deste grupo|imagem do grupo|imagem deste grupo|foto do grupo|gruppenbild|l'icône du groupe|l'icône de ce groupe|l'image du groupe|photo du groupe|immagine del gruppo|l'icona del gruppo|groepsafbeelding|groepsfoto|groepsicoon|иконку группы|значок группы|картинку группы|фото группы|изображение группы|іконку групи|зображення групи|ikonę grupy|ikonę tej grupy|zdjęcie grupy|ikonu skupiny|obrázek skupiny|gruppens ikon|gruppbild|gruppeikon|gruppens billede|ryhmän kuvan|ryhmän kuvakkeen|grup simgesini|grubun simgesini|grup resmini|صورة المجموعة|أيقونة المجموعة|תמונת הקבוצה|グループアイコン|グループのアイコン|그룹 아이콘|그룹 사진|ikon grup|ikon kumpulan|biểu tượng nhóm|ảnh nhóm|群组图标|群图标|群组头像|群頭像|群組圖示|群組相片|ไอคอนกลุ่ม|รูปกลุ่ม|ग्रुप का आइकन|ग्रुप आइकन|গ্রুপের আইকন|آیکون گروه|εικονίδιο της ομάδας|csoport ikon|csoportikon|pictograma grupului|imaginea grupului|ikonu grupe|иконата на групата|icona del grup`,
  ],
  [
    'description',
    `group description|descripción del grupo|descrição do grupo|gruppenbeschreibung|description du groupe|descrizione del gruppo|groepsbeschrijving|groepsomschrijving|описание группы|опис групи|opis grupy|popis skupiny|gruppbeskrivning|gruppens beskrivning|gruppebeskrivelse|ryhmän kuvau|grup açıklama|grubun açıklama|وصف المجموعة|תיאור הקבוצה|グループの説明|그룹 설명|deskripsi grup|penerangan kumpulan|huraian kumpulan|mô tả nhóm|群组描述|群组说明|群描述|群組說明|群組描述|คำอธิบายกลุ่ม|ग्रुप डिस्क्रिप्शन|ग्रुप का विवरण|গ্রুপের বিবরণ|توضیحات گروه|περιγραφή της ομάδας|csoport leírás|descrierea grupului|opis grupe|описанието на групата|descripció del grup`,
  ],
  [
    'admin',
    `now an admin|no longer an admin|group admin|es administrador|ahora eres admin|ahora es admin|ya no eres admin|agora é um admin|agora é admin|é admin|já não é admin|não é mais admin|gruppenadmin|jetzt admin|kein admin|maintenant admin|êtes admin|n'êtes plus admin|ora sei amministratore|non sei più amministratore|ora è amministratore|nu beheerder|geen beheerder|теперь админ|теперь администратор|больше не админ|тепер адмін|administratorem|nyní správce|nyní správcem|teraz správca|är nu admin|är nu administratör|er nå administrator|er nu administrator|ylläpitäjä|artık yönetici|yöneticisi|مشرفًا|مشرف المجموعة|מנהל/ת הקבוצה|管理者になり|管理者では|관리자|menjadi admin|bukan admin|sekarang admin|quản trị viên|管理员|管理員|ผู้ดูแล|एडमिन|অ্যাডমিন|مدیر گروه|διαχειριστής|adminisztrátor|administrator al`,
  ],
  [
    'settings',
    `group's settings|group settings|admin approval|who can send messages|edit this group's info|send messages to this group|ajustes de este grupo|ajustes del grupo|configuración del grupo|configuración de este grupo|aprobación de los admin|configurações do grupo|configurações deste grupo|definições do grupo|gruppeneinstellungen|einstellungen dieser gruppe|paramètres du groupe|paramètres de ce groupe|impostazioni del gruppo|groepsinstellingen|настройки группы|налаштування групи|ustawienia grupy|nastavení skupiny|gruppinställningar|gruppeinnstillinger|gruppeindstillinger|ryhmän asetuk|grup ayarları|grubun ayarları|إعدادات المجموعة|הגדרות הקבוצה|グループ設定|グループの設定|그룹 설정|pengaturan grup|tetapan kumpulan|cài đặt nhóm|群组设置|群設置|群組設定|ตั้งค่ากลุ่ม|ग्रुप सेटिंग|ρυθμίσεις της ομάδας|csoport beállítás|setările grupului|postavke grupe`,
  ],
  [
    'joined',
    `joined using|joined from the community|joined via|joined the group|joined group|se unió|te uniste|se han unido|entrou usando|entrou com|entrou através|entrou no grupo|ist mit dem einladungslink|ist mithilfe|ist der gruppe beigetreten|beigetreten|a rejoint|avez rejoint|s'est joint|è entrato|è entrata|si è unito|ti sei unito|deelgenomen|is toegetreden|is lid geworden|присоединился|присоединилась|вступил|приєднався|приєдналася|приєднав(-лася)|dołączył|připojil|pripojil|gick med|ble med|blev medlem|tilsluttede sig|liittyi|katıldı|katıldınız|انضم|انضممت|הצטרף|הצטרפה|הצטרפת|参加しました|が参加|참여했|참가했|참여하|bergabung|menyertai|đã tham gia|加入了|通过此群组的邀请链接|使用此群组的邀请链接加入|已加入|透過此群組的邀請連結|เข้าร่วม|शामिल हुए|शामिल हुआ|ज्वाइन|જોડાયા|সামিল হ|যোগ দিয়েছেন|پیوست|شامل ہو|μπήκε|εντάχθηκε|csatlakozott|s-a alăturat|pridružio|pridružil|се присъедини|prisijungė|pievienojās|liitus|s'ha unit|s'hi ha unit`,
  ],
  [
    'removed',
    ` removed |was removed|removed you|eliminó a|eliminaste a|sacó a|te eliminó|fue eliminad|removeu|foi removid|hat dich entfernt| entfernt|a retiré|avez retiré|a supprimé|a été retiré|a été exclu|ha rimosso|hai rimosso|è stato rimosso|è stata rimossa|ti ha rimosso|heeft verwijderd|verwijderd| удалил| исключил|удалены|исключен| видалив|видалено|вилучив|usunął| usunię|odebral|odstranil|odebrán|vyhodil| tog bort|har tagits bort|fjernet|fjernede|poisti |çıkardı|çıkarıldı|çıkardınız|أزال|تمت إزالة|أزلت|طرد|הסיר|הוסר|הסרת|を削除|削除され|외보냈|내보냈|내보내|제거|mengeluarkan|dikeluarkan|menyingkirkan|đã xóa|đã xoá|bị xóa khỏi|移除了|移出|已移除|將您移除|将你移除|踢出|ลบ|निकाल|हटा दिया|বের করে|সরিয়ে|દૂર કર્યા|حذف کرد|نکال دیا|αφαίρεσε|αφαιρέθηκε|eltávolít|a eliminat|a scos|uklonio|uklonjen|odstranil|премахна|pašalino|noņēma|eemaldas|het verwyder|amemwondoa|inalis si|tinanggal|chiqarib|çıxardı|ha suprimit|ha tret|largoi`,
  ],
  [
    'added',
    ` added |was added|were added|added you|you added|añadió|añadiste|agregó|agregaste|te añadió|fue añadid|se añadió|adicionou|adicionado|foi adicionad|hinzugefügt|a ajouté|avez ajouté|a été ajouté|avez été ajouté|ha aggiunto|hai aggiunto|è stato aggiunto|è stata aggiunta|ti ha aggiunto|toegevoegd|добавил|добавлен|добавила|додав|додано|додала|dodał|dodano|přidal|přidán|pridal|pridan|lade till|har lagts till|lagt til|la til|tilføjede|tilføjet|lisäsi|lisättiin|ekledi|eklendi|eklediniz|أضاف|تمت إضافة|أضفت|أضافت|הוסיף|הוסיפה|הוספת|צירף|נוסף|נוספ|を追加|追加され|추가했|추가하|초대했|초대하|menambahkan|ditambahkan|menambah|ditambah|đã thêm|được thêm|添加了|已添加|将您添加|加入了群|新增了|已新增|加入群組|已將您|เพิ่ม|जोड़ा|ऐड किया|सामिल किया|शामिल किया|जोडले|যোগ করেছেন|যুক্ত করেছেন|ઉમેર્યા|சேர்த்த|జోడించ|ಸೇರಿಸ|ചേർത്തു|شامل کیا|اضافه کرد|πρόσθεσε|προστέθηκε|hozzáadta|hozzáad|a adăugat|a fost adăugat|dodao|dodala|dodan|додао|dodal|добави|добавен|pridėjo|pievienoja|lisas |het bygevoeg|amemwongeza|idinagdag|əlavə etdi|қосты|qo'shdi|ha afegit|shtoi`,
  ],
  [
    'left',
    ` left|you left|salió|saliste|abandonó|saiu|você saiu|hat die gruppe verlassen|verlassen|est parti|a quitté|avez quitté|ha abbandonato|hai abbandonato|è uscito|è uscita|heeft de groep verlaten|verlaten| покинул|вышел|вышла|вышли| вийшов|вийшла|залишив|покинув|opuścił|wyszedł|wyszła|opustil|odešel|lämnade|forlot|forlod|har forladt|poistui|lähti|ayrıldı|çıktı|غادر|غادرت|عزب|יצא|יצאה|עזב|退出しました|退出しま|나갔|나가셨|퇴장|keluar|telah meninggalkan|đã rời|rời khỏi|rời nhóm|退出了|已退出|离开了|離開|退出群組|ออกจากกลุ่ม|ออก|बाहर निकल|छोड़ कर|ग्रुप छोड़|चले गए|बाहेर पडल|ছেড়ে|চলে গেছেন|ગ્રુપ છોડ્યું|ترک کرد|چھوڑ دیا|αποχώρησε|έφυγε|kilépett|a ieșit|a părăsit|napustio|napustila|je otišao|zapustil|напусна|paliko|išėjo|pameta|lahkus|het verlaat|amejiondoa|umalis|tərk etdi|шықты|chiqib ketdi|ha sortit|doli`,
  ],
  [
    'business',
    `business account|this business|official business|secure service from meta|cuenta de empresa|cuenta comercial|esta empresa|conta comercial|conta empresarial|geschäftskonto|unternehmenskonto|unternehmensaccount|compte professionnel|account business|zakelijk account|бизнес-аккаунт|бізнес-обліковий|konto firmowe|firemní účet|företagskonto|bedriftskonto|virksomhedskonto|yrityst|işletme hesab|حساب تجاري|חשבון עסקי|ビジネスアカウント|비즈니스 계정|akun bisnis|akaun perniagaan|tài khoản doanh nghiệp|商业帐号|商业账户|企业帐号|商業帳號|บัญชีธุรกิจ|बिज़नेस अकाउंट|λογαριασμός επιχείρησης|üzleti fiók|cont business`,
  ],
  [
    'blocked',
    `you blocked|you unblocked|blocked this contact|bloqueaste|desbloqueaste|você bloqueou|você desbloqueou|bloqueou este|blockiert|freigegeben|avez bloqué|avez débloqué|hai bloccato|hai sbloccato|geblokkeerd|gedeblokkeerd|заблокировали|разблокировали|заблокували|розблокували|zablokowano|odblokowano|zablokovali|odblokovali|blockerade|blokkerte|blokerede|estit tämän|estit käyttäjän|estit yhteystiedon|engelledi|engelini|حظرت|ألغيت حظر|חסמת|ブロックしました|ブロックを解除|차단했|차단을 해제|memblokir|menyekat|đã chặn|đã bỏ chặn|屏蔽|拉黑|封鎖|บล็อก|ब्लॉक किया|μπλοκάρατε|letiltott|ați blocat|blokirali`,
  ],
  [
    'pinned',
    `pinned a message|fijó un mensaje|fijaste un mensaje|fixou uma mensagem|afixou uma mensagem|angeheftet|angepinnt|fixiert|épinglé un message|ha fissato un messaggio|heeft een bericht vastgezet|bericht vastgemaakt|закрепил|закріпив|przypiął|připnul|pripol|fäste ett meddelande|festet en melding|fastgjorde en besked|kiinnitti viestin|mesajı sabitledi|ثبّت رسالة|הצמיד|הוצמדה|ピン留め|고정했|menyematkan|mengepin|đã ghim|置顶|置頂|釘選|ปักหมุด|पिन किया|καρφίτσωσε|kitűzött|a fixat|prikvačio`,
  ],
  [
    'contact',
    `is a contact|is now a contact|es un contacto|está en tus contactos|é um contato|é um contacto|ist ein kontakt|est un contact|è un contatto|is een contactpersoon|в ваших контактах|є у ваших контактах|jest kontaktem|je kontakt|är en kontakt|kişilerinizde|جهة اتصال|איש קשר|連絡先に|연락처에|adalah kontak|là một liên hệ|是联系人|是聯絡人|在你的联系人|not a contact|no es un contacto|kein kontakt`,
  ],
  [
    'community',
    `community|comunidad|comunidade|community-gruppe|communauté|comunità|сообщество|сообщества|спільнот|społeczno|komunit|topluluk|المجتمع|קהילה|コミュニティ|커뮤니티|komunitas|komuniti|cộng đồng|社群|社区|ชุมชน|कम्युनिटी|κοινότητα|közösség`,
  ],
  [
    'event',
    `started a call|started a video call|started a voice call|inició una llamada|inició una videollamada|iniciou uma chamada|iniciou uma ligação|hat einen anruf gestartet|a démarré un appel|ha iniziato una chiamata|began a call`,
  ],
];

interface Fragment {
  readonly text: string;
  readonly topic: SystemTopic;
  /** Place in the order of the rows. */
  readonly rank: number;
}

/** Fragments by their first two code units. */
const fragments: ReadonlyMap<number, readonly Fragment[]> = Map.groupBy(
  rows.flatMap(([topic, list], rank) => list.split('|').map((text): Fragment => ({ text, topic, rank }))),
  ({ text }) => startOf(text, 0),
);

function startOf(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/**
 * The topic of a line of the app, or undefined when no fragment fits. `line` is lower case without direction marks and
 * bounded in length; it is walked once.
 */
export function systemTopicOf(line: string): SystemTopic | undefined {
  let best: Fragment | undefined;
  for (let at = 0; at < line.length; at++) {
    const candidates = fragments.get(startOf(line, at));
    if (candidates === undefined) continue;
    for (const fragment of candidates) {
      if ((best === undefined || fragment.rank < best.rank) && line.startsWith(fragment.text, at)) best = fragment;
    }
  }
  return best?.topic;
}

const openings: ReadonlySet<SystemTopic> = new Set<SystemTopic>(['encryption', 'group-created']);

/** Whether a topic stands at the beginning of a whole chat. */
export function opensChat(topic: SystemTopic | undefined): boolean {
  return topic !== undefined && openings.has(topic);
}
