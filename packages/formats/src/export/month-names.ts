/**
 * Names of months in many languages, long and short (CLDR). Names that two languages give to different months are left out.
 */
import { periodKey } from './day-periods.ts';

const names: readonly string[] = [
  `degen degener ean eanáir ene enero gen gener gennaio ian ianuarie ion ionawr jaan jaanuar jan janar janeiro
    januar januari januarie january január januára janv janvier janvāris janúar jän jänner led leden ledna oca
    ocak sausio sausis sij siječanj siječnja sty styczeń stycznia tammi tammikuu tammikuuta urt urtarrila xan
    xaneiro yan yanvar ιαν ιανουαρίου нэгдүгээрсар сту студзень студзеня січ січень січня янв январь января
    януари јан јануар јануари қаң қаңтар հնվ հունվար հունվարի ינואר ינו׳ جنوري جنوری كانونالثاني يناير ژانویه
    ژانویهٔ जनवरी जन॰ जाने जानेवारी জানু জানুয়ারি ਜਨ ਜਨਵਰੀ જાન્યુ જાન્યુઆરી ஜன ஜனவரி జన జనవరి ಜನ ಜನವರಿ ജനു
    ജനുവരി มกราคม มค ມກ ມັງກອນ ဇန် ဇန်နဝါရီ იან იანვარი ጃን ጃንዋሪ មករា`,
  `chw chwef chwefror defebr defebrer feabh feabhra feb febbraio febr febreiro febrer febrero februar februari
    februarie february február februára februāris febrúar fev fevereiro fevral févr février helmi helmikuu
    helmikuuta lut lutego luty ots otsaila peb pebrero shk shkurt vasario vasaris veebr veebruar velj veljača
    veljače úno únor února şub şubat φεβ φεβρουαρίου ақп ақпан лют лютага лютий лютого люты феб фебруар фев февр
    февраль февраля февруари хоёрдугаарсар փետրվար փետրվարի փտվ פברואר פבר׳ شباط فبراير فبروري فروری فوریه
    فوریهٔ فېبروري फ़रवरी फ़र॰ फेब्रु फेब्रुअरी फेब्रुवारी ফেব ফেব্রুয়ারি ਫ਼ਰ ਫ਼ਰਵਰੀ ફેબ્રુ ફેબ્રુઆરી பிப்
    பிப்ரவரி ఫిబ్ర ఫిబ్రవరి ಫೆಬ್ರ ಫೆಬ್ರವರಿ ഫെബ്രു ഫെബ്രുവരി กพ กุมภาพันธ์ ກພ ກຸມພາ ဖေ ဖေဖော်ဝါရီ თებ თებერვალი
    ፌብ ፌብሩዋሪ កុម្ភៈ`,
  `bře březen března demarç kovas kovo maalis maaliskuu maaliskuuta maart mac machi mar marca march marec maret
    mars marso mart martie marts martxoa marzec marzo març março maw mawrth mrt márc március márta mäe mäerz mär
    märts märz ožu ožujak ožujka μαρ μαρτίου бер березень березня гуравдугаарсар мар март марта нау наурыз сак
    сакавік сакавіка մարտ մարտի մրտ מרץ آذار مارس مارچ मार्च মার্চ ਮਾਰਚ માર્ચ மார் மார்ச் మార్చి ಮಾರ್ಚ್ മാർ
    മാർച്ച് มีค มีนาคม ມນ ມີນາ မတ် მარ მარტი ማርች មីនា`,
  `abr abril abrëll aib aibreán api apirila apr aprel april aprile aprili aprilie aprill apríl apríla aprīlis
    avr avril balandis balandžio dabr dabril dub duben dubna ebr ebrill huhti huhtikuu huhtikuuta kwi kwiecień
    kwietnia nis nisan pri prill tra travanj travnja ápr április απρ απριλίου апр апрель апреля април
    дөрөвдүгээрсар квіт квітень квітня кра красавік красавіка сәу сәуір ապր ապրիլ ապրիլի אפריל אפר׳ آوریل أبريل
    اپریل نيسان अप्रिल अप्रैल एप्रि एप्रिल এপ্রি এপ্রিল ਅਪ੍ਰੈ ਅਪ੍ਰੈਲ એપ્રિલ ஏப் ஏப்ரல் ఏప్రి ఏప్రిల్ ಏಪ್ರಿ
    ಏಪ್ರಿಲ್ ഏപ്രി ഏപ്രിൽ เมย เมษายน ມສ ເມສາ ဧပြီ აპრ აპრილი ኤፕሪ ኤፕሪል មេសា`,
  `beal bealtaine demaig gegužė gegužės kvě květen května mag maggio mai maiatza maig maijs maio maj maja may
    mayo mayıs maí mee mei máj mája május svi svibanj svibnja touko toukokuu toukokuuta μαΐ μαΐου май мам мамыр
    мая мај тавдугаарсар трав травень травня մայիս մայիսի մյս מאי أيار مئی ماي مايو مه مهٔ مۍ मई मे মে ਮਈ મે மே
    మే ಮೇ മേയ് พค พฤษภาคม ພພ ພຶດສະພາ မေ მაი მაისი ሜይ ឧសភា`,
  `birželio birželis cze czerwca czerwiec dejuny eka ekaina giu giugno haz haziran hun hunyo iun iunie iyn iyun
    juin jun june junho juni junie junij junio juny juuni jún júna június júní jūn jūnijs kesä kesäkuu kesäkuuta
    lipanj lipnja meh mehefin meith meitheamh qer qershor xuño červen června čvn ιουν ιουνίου зургаадугаарсар
    июн июнь июня мау маусым черв червень червня чэр чэрвень чэрвеня юни јун јуни հնս հունիս հունիսի יוני جون
    حزيران يونيو ژوئن जुन जून জুন ਜੂਨ જૂન ஜூன் జూన్ ಜೂನ್ ജൂൺ มิถุนายน มิย ມິຖ ມິຖຸນາ ဇွန် ივნ ივნისი ጁን មិថុនា`,
  `dejul dejuliol gor gorff gorffennaf heinä heinäkuu heinäkuuta hul hulyo iul iulie iyl iyul iúil juil juill
    juillet jul julai julho juli julie julij julio juliol july juuli júl júla július júlí jūl jūlijs korr korrik
    liepa liepos lipca lipiec lug luglio srpanj srpnja tem temmuz uzt uztaila xul xullo července červenec čvc
    ιουλ ιουλίου долоодугаарсар июл июль июля лип липень липня ліп ліпень ліпеня шіл шілде юли јул јули հլս
    հուլիս հուլիսի יולי تموز جولائی جولای يوليو يوليوز ژوئیه ژوئیهٔ जुलाई जुलै जुल॰ জুল জুলাই ਜੁਲਾ ਜੁਲਾਈ જુલાઈ
    ஜூலை జులై ಜುಲೈ ജൂലൈ กค กรกฎาคม ກລ ກໍລະກົດ ဇူ ဇူလိုင် ივლ ივლისი ጁላይ កក្កដា`,
  `abu abuztua ag ago agost agosti agosto agu agustus août aug august augusta augusti augusts augustus
    augusztus avg avgust avq avqust awst ağu ağustos dag dagost elo elokuu elokuuta gush gusht kol kolovoz
    kolovoza lún lúnasa ogo ogos rugpjūtis rugpjūčio sie sierpień sierpnia srpen srpna ágú ágúst αυγ αυγούστου
    авг август августа жні жнівень жніўня наймдугаарсар серп серпень серпня там тамыз օգոստոս օգոստոսի օգս
    אוגוסט אוג׳ آب أغسطس اوت اګست اگست غشت अगस्ट अगस्त अग॰ ऑग ऑगस्ट আগ আগস্ট ਅਗ ਅਗਸਤ ઑગસ્ટ ஆக ஆகஸ்ட் ఆగ ఆగస్టు
    ಆಗ ಆಗಸ್ಟ್ ഓഗ ഓഗസ്റ്റ് สค สิงหาคม ສຫ ສິງຫາ ဩဂုတ် აგვ აგვისტო ኦገስ ኦገስት សីហា`,
  `deset desetembre eyl eylül ira iraila medi meánfómhair mfómh rugsėjis rugsėjo ruj rujan rujna sen sentabr
    sentyabr sep sept septemba septembar september septembra septembre septembrie septembris septiembre set
    setembre setembro settembre setyembre sht shtator syys syyskuu syyskuuta szept szeptember wrz wrzesień
    września zář září σεπ σεπτεμβρίου вер верасень верасня вересень вересня есдүгээрсар сен сент сентябрь
    сентября сеп септембар септември қыр қыркүйек սեպ սեպտեմբեր սեպտեմբերի ספטמבר ספט׳ أيلول سبتمبر ستمبر
    سپتامبر سپتمبر سېپتمبر شتنبر सप्टें सप्टेंबर सितंबर सित॰ सेप्टेम्बर সেপ সেপ্ট সেপ্টেম্বর ਸਤੰ ਸਤੰਬਰ સપ્ટે
    સપ્ટેમ્બર செப் செப்டம்பர் సెప్టెం సెప్టెంబర్ ಸೆಪ್ಟೆಂ ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റം സെപ്റ്റംബർ กย กันยายน ກຍ ກັນຍາ စက်
    စက်တင်ဘာ სექ სექტემბერი ሴፕቴ ሴፕቴምበር កញ្ញា`,
  `deireadhfómhair dfómh doct doctubre eki ekim hyd hydref loka lokakuu lokakuuta oct october octobre octombrie
    octubre okt oktabr oktoba oktobar oktober oktobris oktoober oktubre oktyabr október októbra ott ottobre out
    outubro paź październik października spalio spalis tet tetor urr urria říj říjen října οκτ οκτωβρίου
    аравдугаарсар жовт жовтень жовтня кас кастрычнік кастрычніка окт октобар октомври октябрь октября қаз қазан
    հոկ հոկտեմբեր հոկտեմբերի אוקטובר אוק׳ أكتوبر اکتبر اکتوبر تشرينالأول अक्टूबर अक्टू॰ अक्टोबर ऑक्टो ऑक्टोबर
    অক্টো অক্টোবর ਅਕਤੂ ਅਕਤੂਬਰ ઑક્ટો ઑક્ટોબર அக் அக்டோபர் అక్టో అక్టోబర్ ಅಕ್ಟೋ ಅಕ್ಟೋಬರ್ ഒക്ടോ ഒക്ടോബർ ตค ตุลาคม
    ຕລ ຕຸລາ အောက် အောက်တိုဘာ ოქტ ოქტომბერი ኦክቶ ኦክቶበር តុលា`,
  `aza azaroa denov denovembre kas kasım lapkritis lapkričio listopadu marras marraskuu marraskuuta nob
    nobyembre noiembrie nov novemba novembar november novembra novembre novembris novembro noviembre noy noyabr
    nën nëntor nóv nóvember samh samhain stu studeni studenoga tach tachwedd νοε νοεμβρίου арваннэгдүгээрсар
    лист листопад листопада ліс лістапад лістапада нов новембар ное ноември ноя нояб ноябрь ноября қар қараша
    նոյ նոյեմբեր նոյեմբերի נובמבר נוב׳ تشرينالثاني نوامبر نوفمبر نومبر نونبر नवंबर नव॰ नोभेम्बर नोव्हें
    नोव्हेंबर নভে নভেম্বর ਨਵੰ ਨਵੰਬਰ નવે નવેમ્બર நவ நவம்பர் నవం నవంబర్ ನವೆಂ ನವೆಂಬರ್ നവം നവംബർ พย พฤศจิกายน ພຈ
    ພະຈິກ နို နိုဝင်ဘာ ნოე ნოემბერი ኖቬም ኖቬምበር វិច្ឆិកា`,
  `abe abendua ara aralık dec decembar december decembra decembrie decembris decembro dedes dedesembre dek
    dekabr des desemba desember desembre dets detsember dez dezember dezembro dhj dhjetor dic dicembre diciembre
    dis disember disyembre déc décembre gru grudnia grudzień gruodis gruodžio joulu joulukuu joulukuuta noll
    nollaig pro prosinac prosinca prosince prosinec rhag rhagfyr δεκ δεκεμβρίου арванхоёрдугаарсар груд грудень
    грудня дек декабрь декабря декември дец децембар жел желтоқсан сне снежань снежня դեկ դեկտեմբեր դեկտեմբերի
    דצמבר דצמ׳ دجنبر دسامبر دسمبر ديسمبر كانونالأول डिसें डिसेंबर डिसेम्बर दिसंबर दिस॰ ডিসে ডিসেম্বর ਦਸੰ ਦਸੰਬਰ
    ડિસે ડિસેમ્બર டிச டிசம்பர் డిసెం డిసెంబర్ ಡಿಸೆಂ ಡಿಸೆಂಬರ್ ഡിസം ഡിസംബർ ธค ธันวาคม ທວ ທັນວາ ဒီ ဒီဇင်ဘာ დეკ
    დეკემბერი ዲሴም ዲሴምበር ធ្នូ`,
];

const spaces = /\s+/;

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((list, index) => list.split(spaces).map((name): [string, number] => [periodKey(name), index + 1])),
);

/** The month 1–12 that a word names, or undefined. `key` comes from {@link periodKey}. */
export function monthOf(key: string): number | undefined {
  return months.get(key);
}

const starts: ReadonlySet<string> = new Set([...months.keys()].map((name) => name.slice(0, 2)));

/** Whether a line that starts with these two code units may open with a month. */
export function mayOpenMonth(first: number, second: number): boolean {
  return starts.has(String.fromCharCode(first, second).toLowerCase());
}
