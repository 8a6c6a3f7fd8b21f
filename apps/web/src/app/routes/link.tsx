import { createRoute } from '@tanstack/react-router';
import { LinkPage } from '../../features/login';
import { rootRoute } from './root';

export const linkRoute = createRoute({ getParentRoute: () => rootRoute, path: '/link/$token', component: LinkPage });
