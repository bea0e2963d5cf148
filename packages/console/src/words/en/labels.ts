// The business's own words for working at conversations: labels and canned replies.

export const labels = {
  'labels.title': 'Labels',
  'labels.about': 'Everybody puts these on conversations. A label that is taken out of use comes off all of them.',
  'labels.name': 'Name',
  'labels.colour': 'Colour',
  'labels.colour-number': 'Colour {number}',
  'labels.add': 'Add a label',
  'labels.change': 'Change {name}',
  'labels.remove': 'Take {name} out of use',
  'labels.save': 'Save',
  'labels.none': 'No labels yet.',
  'labels.removed': '{name} is out of use.',
  'replies.title': 'Canned replies',
  'replies.about':
    'In the reply box, Replies offers them. {nameMark} stands for the customer’s name, {agentMark} for that of whoever answers.',
  'replies.name': 'Name',
  'replies.text': 'Text',
  'replies.add': 'Add a reply',
  'replies.change': 'Change {name}',
  'replies.remove': 'Take {name} out of use',
  'replies.save': 'Save',
  'replies.none': 'No canned replies yet.',
  'replies.removed': '{name} is out of use.',
  'replies.receipts': 'Tell customers that their messages were read',
  'replies.receipts-about': 'When somebody opens the conversation here, WhatsApp shows the blue ticks there.',
} as const;
