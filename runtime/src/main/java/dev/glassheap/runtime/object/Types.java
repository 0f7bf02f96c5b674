package dev.glassheap.runtime.object;

/**
 * The built-in types of a world. All exist as bare objects before the first is filled, so that families may refer to each
 * other; {@link #defineAll} fills them in an order in which bases come first.
 *
 * <p>Exception types stand in {@link ExceptionTypes}.
 */
public final class Types {

    private final World w;
    public final PyType typeType;
    public final PyType objectType;
    public final PyType noneType;
    public final PyType ellipsisType;
    public final PyType notImplementedType;
    public final PyType intType;
    public final PyType boolType;
    public final PyType floatType;
    public final PyType complexType;
    public final PyType strType;
    public final PyType bytesType;
    public final PyType bytearrayType;
    public final PyType listType;
    public final PyType tupleType;
    public final PyType dictType;
    public final PyType setType;
    public final PyType frozensetType;
    public final PyType rangeType;
    public final PyType sliceType;
    public final PyType listIteratorType;
    public final PyType listReverseIteratorType;
    public final PyType tupleIteratorType;
    public final PyType strIteratorType;
    public final PyType strAsciiIteratorType;
    public final PyType bytesIteratorType;
    public final PyType bytearrayIteratorType;
    public final PyType rangeIteratorType;
    public final PyType longRangeIteratorType;
    public final PyType setIteratorType;
    public final PyType dictKeyIteratorType;
    public final PyType dictValueIteratorType;
    public final PyType dictItemIteratorType;
    public final PyType dictReverseKeyIteratorType;
    public final PyType dictReverseValueIteratorType;
    public final PyType dictReverseItemIteratorType;
    public final PyType dictKeysType;
    public final PyType dictValuesType;
    public final PyType dictItemsType;
    public final PyType mappingProxyType;
    public final PyType seqIteratorType;
    public final PyType callIteratorType;
    public final PyType enumerateType;
    public final PyType zipType;
    public final PyType mapType;
    public final PyType filterType;
    public final PyType reversedType;
    public final PyType memoryviewType;
    public final PyType functionType;
    public final PyType builtinFunctionType;
    public final PyType methodType;
    public final PyType methodDescriptorType;
    public final PyType classMethodDescriptorType;
    public final PyType wrapperDescriptorType;
    public final PyType methodWrapperType;
    public final PyType getsetDescriptorType;
    public final PyType memberDescriptorType;
    public final PyType propertyType;
    public final PyType staticmethodType;
    public final PyType classmethodType;
    public final PyType superType;
    public final PyType cellType;
    public final PyType codeType;
    public final PyType frameType;
    public final PyType tracebackType;
    public final PyType generatorType;
    public final PyType coroutineType;
    public final PyType moduleType;
    public final PyType simpleNamespaceType;
    public final PyType weakrefType;
    public final PyType weakProxyType;
    public final PyType weakCallableProxyType;
    public final PyType genericAliasType;
    public final PyType unionType;
    public final ExceptionTypes exceptions;

    /** The newest class of each name that guest code made: a cell run again goes on counting where its old class stands. */
    private final java.util.Map<String, PyType> newestClass = new java.util.HashMap<>();

    /** The last serial number given under the name of a class that is being made, so that {@code Node#3} stays one object. */
    int serialsOfName(PyType type) {
        PyType older = newestClass.put(type.name, type);
        return older == null ? 0 : older.lastSerial;
    }

    Types(World w) {
        this.w = w;
        typeType = new PyType(w, "type");
        w.makeStatic(typeType, typeType, 408, 1);
        objectType = bare("object");
        noneType = bare("NoneType");
        ellipsisType = bare("ellipsis");
        notImplementedType = bare("NotImplementedType");
        intType = bare("int");
        boolType = bare("bool");
        floatType = bare("float");
        complexType = bare("complex");
        strType = bare("str");
        bytesType = bare("bytes");
        bytearrayType = bare("bytearray");
        listType = bare("list");
        tupleType = bare("tuple");
        dictType = bare("dict");
        setType = bare("set");
        frozensetType = bare("frozenset");
        rangeType = bare("range");
        sliceType = bare("slice");
        listIteratorType = bare("list_iterator");
        listReverseIteratorType = bare("list_reverseiterator");
        tupleIteratorType = bare("tuple_iterator");
        strIteratorType = bare("str_iterator");
        strAsciiIteratorType = bare("str_ascii_iterator");
        bytesIteratorType = bare("bytes_iterator");
        bytearrayIteratorType = bare("bytearray_iterator");
        rangeIteratorType = bare("range_iterator");
        longRangeIteratorType = bare("longrange_iterator");
        setIteratorType = bare("set_iterator");
        dictKeyIteratorType = bare("dict_keyiterator");
        dictValueIteratorType = bare("dict_valueiterator");
        dictItemIteratorType = bare("dict_itemiterator");
        dictReverseKeyIteratorType = bare("dict_reversekeyiterator");
        dictReverseValueIteratorType = bare("dict_reversevalueiterator");
        dictReverseItemIteratorType = bare("dict_reverseitemiterator");
        dictKeysType = bare("dict_keys");
        dictValuesType = bare("dict_values");
        dictItemsType = bare("dict_items");
        mappingProxyType = bare("mappingproxy");
        seqIteratorType = bare("iterator");
        callIteratorType = bare("callable_iterator");
        enumerateType = bare("enumerate");
        zipType = bare("zip");
        mapType = bare("map");
        filterType = bare("filter");
        reversedType = bare("reversed");
        memoryviewType = bare("memoryview");
        functionType = bare("function");
        builtinFunctionType = bare("builtin_function_or_method");
        methodType = bare("method");
        methodDescriptorType = bare("method_descriptor");
        classMethodDescriptorType = bare("classmethod_descriptor");
        wrapperDescriptorType = bare("wrapper_descriptor");
        methodWrapperType = bare("method-wrapper");
        getsetDescriptorType = bare("getset_descriptor");
        memberDescriptorType = bare("member_descriptor");
        propertyType = bare("property");
        staticmethodType = bare("staticmethod");
        classmethodType = bare("classmethod");
        superType = bare("super");
        cellType = bare("cell");
        codeType = bare("code");
        frameType = bare("frame");
        tracebackType = bare("traceback");
        generatorType = bare("generator");
        coroutineType = bare("coroutine");
        moduleType = bare("module");
        simpleNamespaceType = bare("types.SimpleNamespace");
        weakrefType = bare("weakref.ReferenceType");
        weakProxyType = bare("weakref.ProxyType");
        weakCallableProxyType = bare("weakref.CallableProxyType");
        genericAliasType = bare("types.GenericAlias");
        unionType = bare("types.UnionType");
        exceptions = new ExceptionTypes(w, this);
    }

    /** A static type without content yet, for a native module to fill. */
    public PyType staticType(String name) {
        return bare(name);
    }

    PyType bare(String name) {
        return w.makeStatic(new PyType(w, name), typeType, 408, 1);
    }

    /** Fills every type: one call per family. */
    void defineAll() {
        // the types of types and of attributes
        ObjectType.define(w);
        TypeType.define(w);
        Descriptors.define(w);
        SingletonTypes.define(w);
        SuperObject.define(w);
        PyCell.define(w);
        PyMethod.define(w);
        GenericAlias.define(w);
        UnionType.define(w);
        FunctionDescriptors.define(w);
        WeakReferences.define(w);
        FunctionType.define(w);
        CodeType.define(w);
        ModuleType.define(w);
        PropertyType.define(w);
        PySimpleNamespace.define(w);
        PyTraceback.define(w);
        ExceptionLayouts.define(w);
        // numbers and text
        IntType.define(w);
        FloatType.define(w);
        ComplexType.define(w);
        StrType.define(w);
        BytesType.define(w);
        ByteArrayType.define(w);
        // containers and the iterators of builtins
        ListType.define(w);
        TupleType.define(w);
        DictType.define(w);
        SetType.define(w);
        RangeType.define(w);
        PySlice.define(w);
        SequenceIterator.define(w);
        CallableIterator.define(w);
        PyEnumerate.define(w);
        PyReversed.define(w);
        PyZip.define(w);
        PyMap.define(w);
        PyFilter.define(w);
    }
}
