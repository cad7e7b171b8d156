import type { SavedAnalysis } from '@common/contract/analyses';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { againAddress } from '../words';

interface Props {
  analysis: Pick<SavedAnalysis, 'id' | 'activityId' | 'outdated' | 'newSwipes'>;
  isReadOnly: boolean;
}

/** What has changed since the analysis was made, and how to make it anew with the same windows. */
export function ResultAlerts({ analysis: { id, activityId, outdated, newSwipes }, isReadOnly }: Props) {
  const again = !isReadOnly && <Link to={againAddress(activityId, id)}>重新分析</Link>;
  return (
    <>
      {outdated !== null && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title="不能再按这次分析授分"
          description={outdated}
          action={again}
        />
      )}
      {newSwipes > 0 && (
        <Alert
          className="notice"
          type="warning"
          showIcon
          title={`分析之后又有${newSwipes}条考勤（补传、补录或刷卡机上传），没有计算在内`}
          action={again}
        />
      )}
    </>
  );
}
