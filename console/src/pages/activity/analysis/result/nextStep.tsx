import type { SavedAnalysis } from '@common/contract/analyses';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Allowed } from '../../../../components/allowed';
import { usePermission } from '../../../../hooks/usePermission';

type Given = Pick<SavedAnalysis, 'id' | 'activityId' | 'outdated' | 'grantable' | 'counts'>;

/** 确定，去授分: to the persons whom this analysis leaves in; where nobody can be credited by it, why. */
export function NextStep({ analysis }: { analysis: Given }) {
  const navigate = useNavigate();
  const forbidden = usePermission('credit');
  return (
    <Allowed reason={forbidden ?? whyNot(analysis)}>
      {(disabled) => (
        <Button
          type="primary"
          disabled={disabled}
          onClick={() => navigate(`/activities/${analysis.activityId}/crediting?analysis=${analysis.id}`)}
        >
          确定，去授分
        </Button>
      )}
    </Allowed>
  );
}

function whyNot({ outdated, grantable, counts }: Given): string | null {
  if (outdated !== null) {
    return `${outdated}，请重新分析`;
  }
  if (counts.effective === 0) {
    return '没有有效人员，请检查刷卡周期';
  }
  return grantable === 0 ? '有效人员都已授分' : null;
}
