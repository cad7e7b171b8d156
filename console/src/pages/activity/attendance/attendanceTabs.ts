import type { ActivityView } from '@common/contract/activities';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** What every tab is given. */
export interface TabProps {
  activity: ActivityView;
  /** What waits, or what is in doubt, has changed. */
  onChange: () => void;
}

interface Tab {
  /** As the address has it: `?tab=held`. */
  key: string;
  label: string;
  Content: LazyExoticComponent<ComponentType<TabProps>>;
}

/** The parts of 考勤; the first is shown where the address does not say. */
export const ATTENDANCE_TABS: readonly [Tab, ...Tab[]] = [
  { key: 'swipes', label: '考勤明细', Content: lazy(() => import('./swipesTab')) },
  { key: 'held', label: '待确认', Content: lazy(() => import('./heldTab')) },
  { key: 'doubts', label: '疑点', Content: lazy(() => import('./doubtsTab')) },
  { key: 'roster', label: '签到与撤离名单', Content: lazy(() => import('./rosterTab')) },
  { key: 'walkIns', label: '现场登记', Content: lazy(() => import('./walkInsTab')) },
  { key: 'uploads', label: '刷卡机', Content: lazy(() => import('./uploadsTab')) },
];
