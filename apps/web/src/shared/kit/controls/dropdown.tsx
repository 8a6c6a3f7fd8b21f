import { Dropdown as AntDropdown, type DropdownProps } from 'antd';
import { Controls } from './controls';
import type { OpensFromButton } from './late-control';

/** The library's menu under a button. */
export function Dropdown(props: Pick<DropdownProps, 'menu' | 'placement'> & OpensFromButton) {
  return (
    <Controls>
      <AntDropdown trigger={['click']} {...props} />
    </Controls>
  );
}
