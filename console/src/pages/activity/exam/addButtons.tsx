import { Button, type ButtonProps } from 'antd';
import { Guarded } from '../../../components/guarded';

/** How questions come into a paper. */
export type Adding = 'question' | 'import' | 'bank';

interface Props {
  onAdd: (how: Adding) => void;
}

const WAYS: { how: Adding; label: string; type?: ButtonProps['type'] }[] = [
  { how: 'bank', label: '从题库选题' },
  { how: 'import', label: '导入试题' },
  { how: 'question', label: '添加试题', type: 'primary' },
];

/** The ways in which questions are added. */
export function AddButtons({ onAdd }: Props) {
  return (
    <div className="cell-actions">
      {WAYS.map(({ how, label, type }) => (
        <Guarded key={how} permission="holdActivities">
          <Button type={type} onClick={() => onAdd(how)}>
            {label}
          </Button>
        </Guarded>
      ))}
    </div>
  );
}
