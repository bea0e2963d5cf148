// Arabic, Hebrew, Persian and Urdu phones: foreign digits, direction marks, the Arabic comma.

import { halves } from './header.ts';
import type { Locale } from './locale.ts';

const RLM = '\u200F';
const NBSP = '\u00A0';

const arabic = {
  people: ['سلمى الحداد', 'أبو فهد', 'مخبز النور'],
  talk: ['أنا في الطريق', 'هل وصلت الشحنة؟', 'تمام', 'شكرا جزيلا', 'نلتقي غدا: إن شاء الله'],
  notice: 'الرسائل والمكالمات مشفرة تمامًا بين الطرفين.',
  omitted: '<تم استبعاد الوسائط>',
  omittedIos: [
    'لم يتم إدراج الصورة',
    'لم يتم إدراج الفيديوهات',
    'لم يتم إدراج المقاطع الصوتية',
    'تم حذف الملصقات',
    'لم يتم إدراج صورة GIF',
    'لم يتم إدراج المستند',
  ],
  attached: '(الملف مرفق)',
  attachedIos: 'المُرفق',
  deleted: ['أنت حذفت هذه الرسالة', 'تم حذف هذه الرسالة'],
  missedCall: 'مكالمة صوتية فائتة',
  place: 'الموقع',
  periods: halves('ص', 'م'),
  mark: RLM,
} as const;

export const RIGHT_TO_LEFT: readonly Locale[] = [
  {
    ...arabic,
    tag: 'ar-EG',
    digits: 'arab',
    heads: [`d${RLM}/M${RLM}/yyyy، h:mm a - `, `d/M/yyyy، h:mm${NBSP}a - `, `[d${RLM}/M${RLM}/yyyy، h:mm:ss a] `],
  },
  {
    ...arabic,
    tag: 'ar-MA',
    heads: ['dd/MM/yyyy, HH:mm - ', `[d${RLM}/M${RLM}/yyyy, HH:mm:ss] `],
  },
  {
    ...arabic,
    tag: 'ar-AE',
    heads: [`d${RLM}/M${RLM}/yyyy, h:mm a - `, '[d/M/yyyy, h:mm:ss a] '],
  },
  {
    tag: 'he',
    heads: ['d.M.yyyy, HH:mm - ', 'd/M/yyyy, HH:mm - ', '[d.M.yyyy, H:mm:ss] '],
    people: ['נעמה ברק', 'דודי', 'ועד הבית'],
    talk: ['אני בדרך', 'החבילה הגיעה?', 'סבבה', 'תודה רבה', 'נתראה מחר'],
    notice: 'ההודעות והשיחות מוצפנות מקצה-לקצה.',
    omitted: '<המדיה לא נכללה>',
    omittedIos: ['התמונה הושמטה', 'סרטון הווידאו הושמט', 'קטע קול הושמט', 'סטיקר הושמט', 'GIF הושמט', 'מסמך הושמט'],
    attached: '(קובץ מצורף)',
    attachedIos: 'מצורף',
    deleted: ['מחקת הודעה זו', 'הודעה זו נמחקה'],
    missedCall: 'שיחה קולית שלא נענתה',
    place: 'מיקום',
  },
  {
    tag: 'fa',
    heads: ['yyyy/M/d،\u200F H:mm - ', 'yyyy/M/d, H:mm - ', '[yyyy/M/d, H:mm:ss] '],
    digits: 'arabext',
    people: ['نرگس', 'عمو رضا', 'مغازه'],
    talk: ['دارم می‌آیم', 'بسته رسید؟', 'باشه', 'ممنون', 'فردا می‌بینمت'],
    notice: 'پیام‌ها و تماس‌ها سرتاسر رمزگذاری شده‌اند.',
    omittedIos: ['تصویر حذف شد', 'ویدیو حذف شد', 'صدا حذف شد', 'استیکر حذف شد', 'GIF حذف شد', 'سند حذف شد'],
    attachedIos: 'پیوست',
    deleted: ['شما این پیام را حذف کردید', 'این پیام حذف شد'],
    missedCall: 'تماس صوتی پاسخ داده نشده',
    place: 'موقعیت',
    mark: RLM,
  },
  {
    tag: 'ur',
    heads: ['d/M/yy، h:mm a - ', '[d/M/yyyy، h:mm:ss a] '],
    people: ['ماہ نور', 'چاچا', 'دکان'],
    talk: ['آ رہا ہوں', 'سامان پہنچا؟', 'ٹھیک ہے', 'شکریہ', 'کل ملتے ہیں'],
    notice: 'میسجز اور کالز محفوظ ہیں۔',
    omitted: '<میڈیا چھوڑ دیا گیا>',
    omittedIos: [
      'تصویر نکال دی گئی ہے',
      'ویڈیو نظرانداز',
      'آڈیو نظرانداز',
      'اسٹیکر نظرانداز',
      'GIF  نظرانداز',
      'دستاویز نظرانداز',
    ],
    attached: '(پیوستہ فائل)',
    deleted: ['آپ نے اس پیغام کو حذف کیا', 'یہ پیغام حذف کیا گیا'],
    missedCall: 'چھوٹی ہوئی صوتی کال',
    place: 'مقام',
    mark: RLM,
  },
];
