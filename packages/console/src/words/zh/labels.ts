// The business's own words for working at conversations: labels and canned replies.

import type { labels as english } from '../en/labels.ts';
import type { Translated } from '../translated.ts';

export const labels = {
  'labels.title': '标签',
  'labels.about': '所有人都可用于会话。停用的标签会从全部会话移除。',
  'labels.name': '名称',
  'labels.colour': '颜色',
  'labels.colour-number': '颜色 {number}',
  'labels.add': '添加标签',
  'labels.change': '更改 {name}',
  'labels.remove': '停用 {name}',
  'labels.save': '保存',
  'labels.none': '暂无标签。',
  'labels.removed': '{name} 已停用。',
  'replies.title': '快捷回复',
  'replies.about': '在回复框的“回复”中选用。{nameMark} 代表客户姓名，{agentMark} 代表回复者姓名。',
  'replies.name': '名称',
  'replies.text': '内容',
  'replies.add': '添加回复',
  'replies.change': '更改 {name}',
  'replies.remove': '停用 {name}',
  'replies.save': '保存',
  'replies.none': '暂无快捷回复。',
  'replies.removed': '{name} 已停用。',
  'replies.receipts': '告知客户消息已读',
  'replies.receipts-about': '此处有人打开会话时，对方的 WhatsApp 会显示蓝色对勾。',
} as const satisfies Translated<typeof english>;
