import { codesOf, PROJECT_LEVELS, type ProjectLevel } from '@common/terms';
import { Chips } from '@/components/chips/chips';
import { Sheet } from '@/components/sheet/sheet';

interface LevelSheetProps {
  isOpen: boolean;
  value: ProjectLevel | '';
  onClose: () => void;
  onChoose: (level: ProjectLevel | '') => void;
}

const OPTIONS: { value: ProjectLevel | ''; label: string }[] = [
  { value: '', label: '全部' },
  ...codesOf(PROJECT_LEVELS).map((value) => ({ value, label: PROJECT_LEVELS[value] })),
];

/** 项目级别. */
export function LevelSheet({ isOpen, value, onClose, onChoose }: LevelSheetProps) {
  return (
    <Sheet isOpen={isOpen} title="选择级别" onClose={onClose}>
      <Chips options={OPTIONS} value={value} onChange={onChoose} />
    </Sheet>
  );
}
