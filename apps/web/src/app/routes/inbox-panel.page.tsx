import type { ComponentProps } from 'react';
import { RequestPanel } from '../../features/request';

/** The request beside the list: another request is another panel. */
export const InboxPanel = (props: ComponentProps<typeof RequestPanel>) => <RequestPanel key={props.id} {...props} />;
