import { FillPage } from '../../features/start';
import { loadControls } from '../../shared/form';

// On their way together with the page, not after it.
void loadControls();

export const Fill = () => <FillPage />;
