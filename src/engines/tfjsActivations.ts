import { add, mul, serialization, sin, type Tensor, tanh, tidy } from '@tensorflow/tfjs-core';

/** Activations that tfjs's layers lack or cannot load, under the names that our model.json uses. */

class Sine extends serialization.Serializable {
  static readonly className = 'sine';

  apply(z: Tensor): Tensor {
    return sin(z);
  }

  getConfig(): serialization.ConfigDict {
    return {};
  }
}

/** ½·z·(1 + tanh(√(2/π)·(z + 0.044715·z³))) */
class GeluTanh extends serialization.Serializable {
  static readonly className = 'geluTanh';

  apply(z: Tensor): Tensor {
    return tidy(() => {
      const cubic = mul(0.044715, mul(z, mul(z, z)));
      const argument = mul(Math.sqrt(2 / Math.PI), add(z, cubic));
      return mul(mul(0.5, z), add(1, tanh(argument)));
    });
  }

  getConfig(): serialization.ConfigDict {
    return {};
  }
}

/** Makes them known to tfjs; to be called before a model is loaded. */
export function registerActivations(): void {
  serialization.registerClass(Sine);
  serialization.registerClass(GeluTanh);
}
