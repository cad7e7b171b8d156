import type { Sex } from '@common/terms';
import sharp from 'sharp';

const WIDTH = 480;
const HEIGHT = 640;
const SKIN = ['#f3d0b5', '#eec3a2', '#e7b894'];
const HAIR = ['#2b2320', '#3a2c26', '#1f1d1d'];
const WALL = ['#dbe7f2', '#e6eef0', '#e3e8f3', '#edf1f5'];

/** A drawn portrait in the style of a 证件照, for people who do not exist. `n` makes it another one. */
export async function portrait(n: number, sex: Sex): Promise<Buffer> {
  const pick = <T>(list: readonly T[]) => list[n % list.length] as T;
  const skin = pick(SKIN);
  const hair = pick(HAIR);
  const behind =
    sex === 'female'
      ? `<path d="M138 270c-14-120 40-180 102-180s116 60 102 180c-2 60-6 110-16 150H154c-10-40-14-90-16-150z" fill="${hair}"/>`
      : `<path d="M150 262c-10-100 34-158 90-158s100 58 90 158z" fill="${hair}"/>`;
  const fringe =
    sex === 'female'
      ? `<path d="M156 250c4-90 40-128 86-128s82 38 84 128c-30-22-46-52-54-80-24 44-70 70-116 80z" fill="${hair}"/>`
      : `<path d="M152 240c-8-92 36-134 90-134s96 42 86 134c-6-30-12-48-24-62-44 12-94 8-126-6-10 16-18 38-26 68z" fill="${hair}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <defs><linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="${pick(WALL)}"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#w)"/>
    ${behind}
    <path d="M40 640c0-130 84-190 200-190s200 60 200 190z" fill="#f7f9fb"/>
    <path d="M196 360h88v110l-44 46-44-46z" fill="${skin}"/>
    <path d="M196 446l44 70-58 124H92l60-178zM284 446l-44 70 58 124h90l-60-178z" fill="#e6ecf1"/>
    <path d="M222 516h36l-6 124h-24z" fill="#5b8db8"/>
    <ellipse cx="240" cy="278" rx="86" ry="112" fill="${skin}"/>
    ${fringe}
    <path d="M186 258q20-14 42 0M252 258q22-14 42 0" stroke="${hair}" stroke-width="7" fill="none" stroke-linecap="round"/>
    <circle cx="208" cy="282" r="8" fill="#2a2320"/><circle cx="272" cy="282" r="8" fill="#2a2320"/>
    <path d="M240 290v30h-10" stroke="#c8946f" stroke-width="4" fill="none" stroke-linecap="round"/>
    <path d="M212 346q28 20 56 0" stroke="#b5635a" stroke-width="6" fill="none" stroke-linecap="round"/>
  </svg>`;
  // Grain, as a camera leaves: a drawn plane is smaller than the least that a photo may have.
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 12 };
  const grain = await sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080', noise },
  })
    .png()
    .toBuffer();
  return sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
