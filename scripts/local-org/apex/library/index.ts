import './async/contexts.ts';
import './bind.ts';
import './cache/partition.ts';
import './collections.ts';
import './connectApi/namedCredentials.ts';
import './compression/zip.ts';
import './database/database.ts';
import './database/search.ts';
import './email/messages.ts';
import './events/eventBus.ts';
import './http/http.ts';
import './http/request.ts';
import './http/resourceMocks.ts';
import './http/rest.ts';
import './json/json.ts';
import './pages/messages.ts';
import './pages/selectOption.ts';
import './pages/standardController.ts';
import './pages/standardSetController.ts';
import './platform/dataClasses.ts';
import './platform/enums.ts';
import './platform/exceptions.ts';
import './platform/interfaces.ts';
import './primitives/datetime.ts';
import './primitives/id.ts';
import './primitives/math.ts';
import './primitives/numbers.ts';
import './primitives/object.ts';
import './primitives/string/string.ts';
import './primitives/time.ts';
import './schema/schema.ts';
import './security/features.ts';
import './security/strip.ts';
import './sites/sites.ts';
import './system/crypto.ts';
import './system/encoding.ts';
import './system/label.ts';
import './system/limits.ts';
import './system/system.ts';
import './system/type.ts';
import './system/url.ts';
import './system/userInfo.ts';
import './system/uuid.ts';
import './system/version.ts';
import './test/test.ts';
import './trigger/trigger.ts';
import './xml/streamWriter.ts';

/** The platform library, loaded. */
export { customSettings } from './settings/customSettings.ts';
export {
    findPlatformClass,
    libraryObjects,
    platformClasses,
    primitiveMethods
} from './registry.ts';
