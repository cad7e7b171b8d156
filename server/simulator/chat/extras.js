/** ＋: what can be sent beside text, and scanning a QR of an official account. */
import { ask, byId, element } from './parts.js';

/** What each sends, as WeChat's message has it. */
const KINDS = [
  ['图片', { msgType: 'image', fields: { PicUrl: 'http://mmbiz.qpic.cn/demo.jpg', MediaId: 'media-1' } }],
  ['语音“学分”', voice('学分')],
  ['听不清的语音', voice('')],
  [
    '位置',
    {
      msgType: 'location',
      fields: { Location_X: '33.581', Location_Y: '114.016', Scale: '15', Label: '漯河市中心医院' },
    },
  ],
  [
    '链接',
    {
      msgType: 'link',
      fields: { Title: '继续医学教育通知', Description: '通知', Url: 'https://example.org/' },
    },
  ],
  ['视频', { msgType: 'video', fields: { MediaId: 'media-2', ThumbMediaId: 'thumb-2' } }],
];

function voice(Recognition) {
  return { msgType: 'voice', fields: { MediaId: 'media-3', Format: 'amr', Recognition } };
}

/** `say` sends a message as the person; `scan` scans a text. */
export function startExtras({ say, scan, account }) {
  const [more, extras] = [byId('more'), byId('extras')];
  async function listScenes() {
    const { qrs } = await ask(`/qrs?account=${account()}`);
    byId('scenes').replaceChildren(
      ...qrs.map(({ url, scene }) => {
        const option = element('option', '', scene);
        option.value = url;
        return option;
      }),
    );
  }
  more.addEventListener('click', () => {
    extras.hidden = !extras.hidden;
    more.setAttribute('aria-expanded', String(!extras.hidden));
    if (!extras.hidden) {
      listScenes();
    }
  });
  byId('kinds').append(
    ...KINDS.map(([words, message]) => {
      const button = element('button', '', words);
      button.type = 'button';
      button.addEventListener('click', () => say(message));
      return button;
    }),
  );
  byId('scan').addEventListener('submit', (event) => {
    event.preventDefault();
    const scene = byId('scene').value.trim();
    if (scene) {
      byId('scene').value = '';
      scan(scene);
    }
  });
}
