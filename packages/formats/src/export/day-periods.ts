/**
 * Words that tell the half or the part of the day, in any language a phone writes them (CLDR fixed and flexible day
 * periods and older forms). Keys are lower case without dots, spaces and apostrophes. What is not here is not guessed.
 */

export type DayPeriod = 'am' | 'pm' | 'noon' | 'night' | 'evening';

/** Keys as periodKey makes them, gathered from CLDR and from exports. */
const words: Readonly<Record<DayPeriod, string>> = {
  am: `a aamulla aamup aamupäivällä alfajiri am amm ammorge ap asubuhi atm aðmorgni aðnóttu bn buổisáng damadrugada
    damanhã damañá de delamadrugada delamañana delelőtt demañana dienag dieoggend dimattina dimineața dinotte
    dop dopol dopoldan dopoledne dopoludnia dopołdnja dumat dumatin délelőtt ekuseni emëngjesit enatës
    ennekeskpäeva ennenpuoltapäivää entathakusa eparadites ertalab fh fm form fɔŋli gec gecə gh gn goizald
    goizaldeko goizeko goöň günortadanöň hajnal hengihengi hh hommikul ib indienag inthemorning isuk iđitbeaivet
    lefore ma madaling-araw madrugada manhã mat matin matinada matí mañana mg mo moies mor morg morgens mrg
    naktis natt ngumaga norīta nt ntufat ntɔ́ngɔ́ nụtụtụ omformiddagen ommorgenen omnatten pagi paradites pd pg
    prepodne priekšp priekšpusdienā priešpiet prijepodne przedpoł przedpołudniem påformiddagen påförm
    påförmiddagen påmorg påmorgenen påmorgonen pånatta pånatten rano reggel rn rytas ráno sa sabah safiya sf
    snachts sochtends sub subaka subax sáng sübh səhər tengahmalam to ujutro ujutru vm vorm vormittags wd ybore
    ynybore zj zjut zjutraj znacht àárọ̀ ím öö öğledenönce öň ŋdi πμ πρωί τοπρωί дообед дообяд доп дополудня дп
    наутро ночі ноќе предиобед предиобяд преподне претпл претпладне пријеподне ранку сутринта таңертең
    таңертеңгі таңкы таңғы то тң төшкәкадәр утра ујутру эи эрталаб эртеңменен эртңмн үө ӕмбисбоныразмӕ өглөө
    առավոտյան առվ գիշերը գիշերվա գշր կա בבוקר בוקר לפנה"צ לפנהצ לפנה״צ לפנותבוקר לפניהצהריים פֿאַרמיטאָג
    צהרייםלפנה اےایم ب بامداد بن ص صباحا صباحًا صبح صبح،منجهند صبحمیں غم فجرًا فيالصباح فيالمساء قبلازظهر
    قبل‌ازظهر قظ ليلاً منتصفالليل نیمه‌شب چب چۈشتىنبۇرۇن प पहाट पुर्वाह्न पूर्व पूर्वा पूर्वाह्न बिहान भोर मपू स
    सकाळ सकाळीं सुबह এএম নুমাং পূর্বাহ্ণ পূর্বাহ্ন পূৰ্বাহ্ন ভোর ভোরবেলায় সকাল সকালবেলায় ਪੂਦੁ ਸਵੇਰੇ પૂર્વાહ્ન
    સવારે அதிகாலை கா காலை முற் முற்பகல் ఉదయం పూర్వాహ్నం ಪೂರ್ವಾಹ್ನ ಬೆಳಗ್ಗೆ പുലർച്ചെ പൂർവ്വാഹ്നം രാവിലെ උ උදේ පා
    පාන්දර පෙරවරු පෙව මැ මැදියමටපසු ก่อนเที่ยง เช้า ในตอนเช้า ກ່ອນທ່ຽງ ຕອນເຊົ້າ སྔ་ཆ་ སྔ་དྲོ་ ဒနံနက် နံနက် დილ
    დილით კა ቅቀ በሌሊት ጠዋት ጥዋት នៅពេល​ព្រឹក ព្រឹក 上午 上晝 凌晨 午前 拂晓 早上 早晨 明け方 朝 朝早 未明 清晨 ꮜꮎꮄ 새벽 아침 오전
    𑄛𑄧𑄖𑄳𑄠𑄃𑄟𑄧𑄣𑄳𑄠𑄬 𑄝𑄬𑄚𑄳𑄠𑄬`,
  pm: `aft amnamittag apm après-midi arrats arratsaldeko axşamüstü buổichiều ch chiều datarde delapm delaprès-midi
    delatarde delpomeriggio diemiddag dipomeriggio du după-amiaza délután ea eahketbeaivet eb efiafi eftermiddag
    eh em ep epasdites etterm galabnimo gd gm gosoň gündüz günortadansoň iltap iltapäivällä in indiemiddag
    intheafternoon ip jioni kikiiɗe mchana md mpókwa nabali nabalị nachm nachmittags nam nggabi nghapon ngo nm
    nomë nomëttes ntambama ntmeddit odp odpoledne omeftermiddagen p pasdites petang pm pmm pn pop popiet popietė
    popodne popol popoldan popoldne popoludní popoł popołdnju popołudniu poslepodne poslijepodne ptg ptm
    pärastkeskpäeva pärastlõunal påefterm påeftermiddagen påettermiddagen pēcp pēcpusd pēcpusdienā sd smiddags
    sore soň síðdegis tarda tarde tk wb wengi wótp wótpołdnja yamma ym ynyprynhawn yprynhawn ös öö̈ öğledensonra
    ɣetrɔ απόγ μεσημ μμ τοαπόγευμα τομεσημέρι дня поп попл пп попладне поподне пополудни пополудня послеподне
    послеполудня следобед следобяд тк тс түстенкейін түстенкейінгі түшткйн түштөнкийин төштәнсоң эк үх
    ӕмбисбоныфӕстӕ өдөр կհ ցերեկը ցերեկվա ցրկ אחה"צ אחהצ אחה״צ אחרהצהריים אחריהצהריים בצהריים נאָכמיטאָג צהריים
    بظ بعدازظهر بعدازچاشت بعدالظهر دن دوپہر دوپہرمیں سہپہر شام عصر غو ك م مساء منجهند،شام پیایم چك چۈشتىنكېيىن
    अपरा अपरान्ह अपराह्ण अपराह्न दनपार दनपारां दु दुपार दोपहर मउ शाम सं संध्याकाळ साँझ सांज सांजे सांझ অপরাহ্ণ
    অপরাহ্ন অপৰাহ্ন দুপুর দুপুরবেলায় পিএম বিকাল ਦੁਪਹਿਰੇ ਬਾਦੁ ਸ਼ਾਮੀਂ અપરાહ્ન બપોરે સાંજે பிற் பிற்பகல் மதி
    மதியம் மா மாலை అపరాహ్నం మధ్యాహ్నం ಅಪರಾಹ್ನ ಮಧ್ಯಾಹ್ನ അപരാഹ്നം ഉച്ചതിരിഞ്ഞ് ഉച്ചയ്ക്ക് വൈകുന്നേരം ද දවල් පව
    පස්වරු හ හවස บ่าย หลังเที่ยง เย็น ในตอนเย็น ຕອນທ່ຽງ ຕອນບ່າຍ ຕອນແລງ ຫຼັງທ່ຽງ ཕྱི་ཆ་ ཕྱི་དྲོ་ ညနေ နေ့လယ် კგ
    ნაშუადღ ნაშუადღევს ከሰዓት ከሰዓትበኋላ ድቀ នៅពេលរសៀល ល្ងាច ọ̀sán 下午 下晝 午后 午後 ꮢꭿᏹꭲ ꮢꭿᏹꭲꮧꮲ 오후 𑄘𑄨𑄝𑄪𑄎𑄳𑄠
    𑄝𑄬𑄣𑄳𑄠𑄬`,
  noon: `kunduzi siang adhuhuri amiază buổitrưa canoldydd delmediodía domediodía dél eguerd eguerdiko emesditës emini günorta
    hádegi keskip keskipäivällä keskpäeval kp laamiază m mediodía meio-dia mezzogiorno midday midi migdia mittag
    mittags nap napol napoludnie noon opold opoldne perpiet podne pol poledne pusd pusdienlaikā saasitazamchana
    tanghaling-tapat tengahari tengahhari tr trưa tushpayti wpoł wpołudnie zmittag öğle ŋdɔ наобяд обяд напл напладне
    подне полд полдень тушпайти түскі чактүш чт үддунд կեսօր կեսօրին կօ․ ظهر ظهرًا मध्यान्ह நண் நண்பகல் ഉച്ച ම
    මධ්‍යාහ්නය เที่ยง เที่ยงวัน မွန်းတည့် შუადღ შუადღეს ቀ ቀትር ថ្ងៃត្រង់ 中午 昼 正午 ꭲ ꭲꭶ 낮 정오`,
  night: `atnight banđêm danoite delanoche delanuit dellanotte gece kechasi medianoche midnacht midnight minuit
    mitternacht nachts naktī night noaptea noche noite notte noću nuit po ponoći ponoči usiku vn vnoci wnocy
    yöllä zã éjjel öösel đêm βράδυ τοβράδυ кечаси ночи ноћу презнощта түн түнгі түничинде шөнө בלילה לילה رات
    راتمیں रा रात राती रात्र রাত্রি রাত্রিবেলায় ਰਾਤੀਂ રાત્રે இர இரவு రాత్రి ರಾತ್ರಿ രാത്രി กลางคืน ກາງຄືນ
    ຕອນກາງຄືນ ღამ ღამით 午夜 半夜 夜 夜中 夜裡 夜里 子夜 深夜 밤 자정 𑄢𑄬𑄖𑄴`,
  evening: `abends akşam akşamüstü axşam aðkvöldi buổitối delanochecer dieaand disera dusoir ebusuku embrëmjes este eve
    evening fiẽ gaueko illalla iluntz iluntzeko indieaand intheevening kechqurun kv kveld malam minnos navečer
    nit omaftenen påkvelden påkvällen savonds seara soir tối uveče vakaras vakarā vespre več večer wiecz
    wieczorem yrhwyr zaabig zv zveč zvečer õhtul веч вечера вечерта вечора кечинде кечк кечқурун кешкі навечер
    орой увече երեկոյան երկ בערב ערב شاممیں شب مساءً बेलुकी সন্ধ্যা সন্ধ্যাবেলায় அந்திமா அந்திமாலை సాయంత్రం
    ಸಂಜೆ സന്ധ്യ රෑ ค่ำ ည საღ საღამოს በምሽት នៅពេល​យប់ នៅពេល​ល្ងាច 傍晚 夕方 夜晚 晚上 晚間 晚间 晩 저녁 𑄥𑄎𑄧𑄚𑄳𑄠`,
};

const spaces = /\s+/;

const table: ReadonlyMap<string, DayPeriod> = new Map(
  (Object.entries(words) as [DayPeriod, string][]).flatMap(([period, list]) =>
    list
      .split(spaces)
      .filter((word) => word !== '')
      .map((word): [string, DayPeriod] => [periodKey(word), period]),
  ),
);

/** The form in which words are compared: lower case, no dots, spaces, apostrophes or joiners. */
export function periodKey(word: string): string {
  return word.toLowerCase().replace(/[.․\s'’`\u200B-\u200F]/g, '');
}

/** The day period that a word names, if known. `key` comes from {@link periodKey}. */
export function dayPeriodOf(key: string): DayPeriod | undefined {
  return table.get(key);
}

/** The hour 0–23 that a written hour means beside a day period. Hours above 12 are taken as they stand. */
export function hourOfDay(hour: number, period: DayPeriod | undefined): number {
  if (hour === 24) return 0;
  if (hour > 12 || period === undefined) return hour;
  const onTheClock = hour % 12;
  switch (period) {
    case 'am':
      return onTheClock;
    case 'pm':
      return onTheClock + 12;
    case 'noon':
      return onTheClock <= 6 ? onTheClock + 12 : onTheClock;
    case 'night':
      return onTheClock >= 6 ? onTheClock + 12 : onTheClock;
    case 'evening':
      return onTheClock === 0 ? 0 : onTheClock + 12;
  }
}
