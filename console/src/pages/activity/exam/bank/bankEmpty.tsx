import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../../../components/states';

interface Props {
  isNarrowed: boolean;
  onAll: () => void;
}

/** Why no question of the bank is listed, and what to do. */
export function BankEmpty({ isNarrowed, onAll }: Props) {
  return isNarrowed ? (
    <EmptyState
      isSmall
      title="题库中没有这样的试题"
      hint="换一个学科或题型，或只输入题干中的一两个字"
      action={<Button onClick={onAll}>查看全部试题</Button>}
    />
  ) : (
    <EmptyState
      isSmall
      icon="layers"
      title="题库里还没有试题"
      hint="在试卷中选择试题，点“存入题库”，下次办班就可以直接选用；也可以到题库里添加和导入"
      action={
        <Link to="/question-bank">
          <Button>去题库</Button>
        </Link>
      }
    />
  );
}
