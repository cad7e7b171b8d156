/** Our own line icons, 24 units, 1.6 thick. Decoration only: the word always stands beside. */
const PATHS = {
  home: 'M4 11.2 12 4l8 7.2M6 9.6V20h4.5v-5.2h3V20H18V9.6',
  people:
    'M9 11.2a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2ZM2.8 20c.3-3.6 2.8-5.6 6.2-5.6s5.9 2 6.2 5.6M16 4.4a3.4 3.4 0 0 1 0 6.4M17.6 14.8c2.2.6 3.4 2.4 3.6 5.2',
  calendar: 'M4.5 6.5h15V20h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4M8.5 14h2M13.5 14h2',
  medal: 'M12 14.5a5.25 5.25 0 1 0 0-10.5 5.25 5.25 0 0 0 0 10.5ZM8.6 13.4 7.2 21l4.8-2.6 4.8 2.6-1.4-7.6',
  screen: 'M3.5 5h17v11.5h-17zM9 20.5h6M12 16.5v4',
  key: 'M8 15.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 11.5h8.5M17.5 11.5v3.2M20.5 11.5v2.2',
  leave: 'M10 4.5H5v15h5M14.5 8l4 4-4 4M18 12H9.5',
  search: 'M10.8 17a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4ZM15.4 15.4 20 20',
  check: 'm5 12.8 4.6 4.6L19.4 7.2',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  forward: 'm9.5 6 6 6-6 6',
  back: 'm14.5 6-6 6 6 6',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 7.8V12l3 2',
  place:
    'M12 21c4.3-4.2 6.5-7.6 6.5-10.6a6.5 6.5 0 0 0-13 0C5.5 13.4 7.7 16.8 12 21ZM12 12.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  alert: 'M12 4 2.9 19.5h18.2zM12 10v4.5M12 17v.2',
  open: 'M13.5 5H19v5.5M19 5l-8 8M16.5 14v5H5V7.5h5',
  copy: 'M8.5 8.5h11v11h-11zM5 15.5H4.5v-11h11V5',
  sun: 'M12 15.8a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  expand: 'M4.5 9.5v-5h5M14.5 4.5h5v5M19.5 14.5v5h-5M9.5 19.5h-5v-5',
  shrink: 'M9.5 4.5v5h-5M19.5 9.5h-5v-5M14.5 19.5v-5h5M4.5 14.5h5v5',
  upload: 'M12 16V4.5M7 9l5-4.5L17 9M4.5 15v4.5h15V15',
  building: 'M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3',
  add: 'M12 5v14M5 12h14',
  tree: 'M9 4h6v4.5H9zM3 15.5h6V20H3zM15 15.5h6V20h-6zM12 8.5V12M6 15.5V12h12v3.5',
  log: 'M6 3.5h9l3.5 3.5v13.5H6zM9 10h6M9 13.5h6M9 17h3.5',
  device: 'M3.5 5h12v9.5h-12zM7 18.5h5M18 9.5h3.5v9H17',
  phone: 'M7.5 3.5h9v17h-9zM11 17.5h2',
  move: 'M4 8.5h14M14.5 5 18 8.5 14.5 12M20 15.5H6M9.5 12 6 15.5 9.5 19',
  edit: 'M4.5 19.5h4L19 9l-4-4L4.5 15.5zM13 7l4 4',
  layers: 'm12 4 8.5 4.5L12 13 3.5 8.5zM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5',
  shield: 'M12 3.5 19 6v5.5c0 4.4-2.9 7.6-7 9-4.1-1.4-7-4.6-7-9V6zM9 12l2.2 2.2L15.2 10',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 18.5a2 2 0 0 0 4 0M12 5V3.5',
  book: 'M5 4.5h6.5a2 2 0 0 1 .5.1V20a3 3 0 0 0-2-.8H5zM19 4.5h-6.5M19 4.5v14.7h-5a3 3 0 0 0-2 .8',
  chat: 'M4 5.5h16v11h-9l-4.5 3.5v-3.5H4zM8 9.5h8M8 12.5h5',
  send: 'M20.5 4 3.5 11l6.5 2.8L13 20.5zM10 13.8l4.5-4',
  users: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM5 20.2c.4-3.8 3-5.9 7-5.9s6.6 2.1 7 5.9',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon in the colour of its text. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
