// What stands around every page.

import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../translated.ts';

export const shell = {
  'shell.inbox': '收件箱',
  'shell.search': '搜索',
  'shell.people': '人员',
  'shell.import': '导入',
  'shell.integrity': '完整性',
  'shell.audit': '审计',
  'shell.settings': '设置',
  'shell.more': '更多',
  'shell.pages': '页面',
  'shell.skip': '跳到正文',
  'shell.close': '关闭',
  'shell.undo': '撤销',
  'shell.cancel': '取消',
  'shell.retry': '重试',
  'shell.loading': '正在加载',
  'shell.offline': '无网络连接，显示的是上次读取的内容。',
  'shell.server-away': '服务器自 {time} 起无响应，{seconds} 秒后重试。',
  'shell.page-failed': '此页面无法显示，没有丢失任何内容。',
  'shell.not-found': '没有这个页面。',
  'shell.to-inbox': '前往收件箱',
  'shell.waiting-people': '{count} 个会话等待回复',
  'shell.notices': '通知',
} as const satisfies Translated<typeof english>;
