// Makes elements. Text goes in as text and never as markup: what a customer writes stays what it is.

/**
 * @param {string} name a tag, with classes behind dots: `button.quiet`
 * @param {Record<string, unknown>} [properties] attributes; a function is a listener of that event; no value leaves it out
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElement}
 */
export function element(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  made.classList.add(...classes);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

const paths = {
  send: 'M3 11 21 3l-8 18-2.5-7.5z',
  attach: 'M8 12.5 14.5 6a3.2 3.2 0 0 1 4.5 4.5l-8.6 8.6a5 5 0 0 1-7.1-7.1L11 4.3',
  voice: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  stop: 'M7 7h10v10H7z',
  place: 'M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.700 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  more: 'M12 6.2v.1M12 12v.1M12 17.8v.1',
  close: 'M6 6l12 12M18 6 6 18',
  add: 'M12 5v14M5 12h14',
};

/**
 * @param {keyof typeof paths} name
 * @returns {SVGElement} a picture that says nothing to a screen reader; its button has a name
 */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
