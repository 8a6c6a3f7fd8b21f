import { createRoute } from '@tanstack/react-router';
import { AccountPage } from '../../features/account';
import { framedRoute } from './framed';

export const accountRoute = createRoute({ getParentRoute: () => framedRoute, path: '/me', component: AccountPage });
