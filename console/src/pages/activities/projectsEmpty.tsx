import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states';

interface Props {
  filters: { year: number; level: string; q: string };
  onAll: () => void;
}

/** No project to choose from, and where projects come from. */
export function ProjectsEmpty({ filters: { year, level, q }, onAll }: Props) {
  if (year !== 0 || level !== 'all' || q !== '') {
    return (
      <EmptyState
        isSmall
        title="没有找到这样的项目"
        hint="可以只输入名称中的几个字，或放宽年份和级别。仍没有找到，请联系上级部门。"
        action={<Button onClick={onAll}>查看全部项目</Button>}
      />
    );
  }
  return (
    <EmptyState
      isSmall
      icon="layers"
      title="项目库里还没有本单位的项目"
      hint="省级、市级项目经申报审核、公布后出现在这里；国家级项目请先录入基本信息。"
      action={
        <>
          <Link to="/applications">项目申报与备案</Link>
          <Link to="/national-entry">国家级项目录入</Link>
        </>
      }
    />
  );
}
